/** The files of a dataset as Croissant has them: what can be downloaded, and nothing that is only applied for. */
import type { Dataset, RecordNode } from '#schemas/record.ts';
import { mediaTypeOf, webAddresses } from '../profiles/plain-values.ts';
import { sha256Of } from '../schema-org/describe-thing.ts';
import { languageTexts, type Thing, thingOf } from '../schema-org/json.ts';

/** A file, with the address by which tables refer to it. */
export interface CroissantFile {
  readonly id: string;
  readonly url: string;
  readonly thing: Thing;
}

const MD5 = /checksumAlgorithm_md5$/i;

const md5Of = ({ checksum }: RecordNode<'Distribution'>): readonly string[] =>
  MD5.test(checksum?.algorithm ?? '') && /^[\da-f]{32}$/i.test(checksum?.checksumValue ?? '')
    ? [(checksum?.checksumValue ?? '').toLowerCase()]
    : [];

/** The last part of the path, which is what most servers call the file. */
const fileName = (url: string): string | undefined => /(?<![^/])[^/]+$/.exec(new URL(url).pathname)?.[0];

const fileOf = (distribution: RecordNode<'Distribution'>, id: string, url: string): Thing => {
  const { byteSize, description, title } = distribution;
  const titles = languageTexts(title);
  const type = mediaTypeOf(distribution);
  return {
    '@id': id,
    ...thingOf('cr:FileObject', undefined, {
      name: titles.length === 0 ? [fileName(url) ?? id] : titles,
      description: languageTexts(description),
      contentUrl: [url],
      contentSize: byteSize === undefined ? [] : [String(byteSize)],
      encodingFormat: type === undefined ? [] : [type],
      sha256: sha256Of(distribution),
      md5: md5Of(distribution),
    }),
  };
};

/** The files that can be downloaded. Several addresses of one distribution lead to the same file: the first stands for all. */
export const filesOf = ({ distribution = [] }: Dataset): readonly CroissantFile[] =>
  distribution
    .flatMap((each) => {
      const [url] = webAddresses(each.downloadURL);
      return url === undefined ? [] : [{ distribution: each, url }];
    })
    .map(({ distribution: each, url }, index) => {
      const id = `file-${index + 1}`;
      return { id, url, thing: fileOf(each, id, url) };
    });
