/** The default source file: the bundled example, wherever the local host serves it. */
import type * as z from 'zod';
import type { SourceFile } from '#schemas/source.ts';
import { entranceOf } from './example/example.ts';
import { ownerOf } from './example/owners.ts';
import type { SiteName } from './example/registers.ts';

type SourceInput = z.input<typeof SourceFile>['sources'][number];

const owner = (id: string): SourceInput['owner'] => {
  const known = ownerOf(id);
  // A name that is kept free for examples (RFC 6761): a letter to it reaches nobody, wherever it is sent from.
  return { id, email: `registre@${id}.example`, ...(known && { name: known.name, homepage: known.homepage }) };
};

/** The banner of the example, which stands outside of every record. */
const bannerFields = [
  { property: 'versionNotes', selector: '.eksempel [lang=da]', from: 'page' },
  { property: 'versionNotes', selector: '.eksempel [lang=en]', from: 'page' },
];

/** The addresses of the example's pages change with the port; they are no landing page to keep. */
const common = { landing: 'none', fields: bannerFields };

const listLinks = { selector: 'ul.registre' };

/** It is our own host: nobody is kept waiting for politeness. */
const politeness = { requestsPerSecond: 200, concurrency: 4 };

/**
 * The sources of the example.
 * @param base where its host answers, as `http://127.0.0.1:8080`.
 */
export function exampleSources(base: string): z.input<typeof SourceFile> {
  const source = (
    name: SiteName,
    ownerId: string,
    rest: Pick<SourceInput, 'title' | 'format' | 'settings' | 'textLanguage'>,
  ) => ({
    id: `eksempel-${name}`,
    owner: owner(ownerId),
    url: new URL(entranceOf(name), base).href,
    politeness,
    example: true,
    ...rest,
  });
  return {
    sources: [
      source('registeroplysninger', 'sundhedsdatastyrelsen', {
        title: { da: 'Eksempel: nationale sundhedsregistre', en: 'Example: national health registers' },
        format: 'html',
        settings: {
          ...common,
          profile: 'prose-headings',
          links: listLinks,
          next: { selector: 'nav.sider' },
          read: ['headings', 'pairs'],
          labels: { 'Hvem er med': 'populationCoverage' },
          fields: [
            ...bannerFields,
            { property: 'temporal', heading: 'Periode', pattern: '(fra \\d{4} og frem)' },
            { property: 'accrualPeriodicity', heading: 'Opdatering', pattern: 'Opdateringen er (\\p{L}+)' },
          ],
        },
      }),
      source('dokumentation', 'sundhedsdatastyrelsen', {
        title: { da: 'Eksempel: registre med variabler', en: 'Example: registers with variables' },
        format: 'html',
        settings: { ...common, profile: 'variable-tables', links: listLinks, identifier: { query: 'id' } },
      }),
      source('forskningsregistre', 'ncrr', {
        title: { da: 'Eksempel: registre til forskning', en: 'Example: registers for research' },
        format: 'html',
        settings: { ...common, profile: 'label-value', links: listLinks, next: { text: 'Næste side' } },
      }),
      source('fillister', 'ssi', {
        title: { da: 'Eksempel: filer om registre', en: 'Example: files on registers' },
        format: 'html',
        settings: { ...common, profile: 'file-list', record: { rows: 'table.registre' } },
      }),
      source('kvalitetsdatabaser', 'rkkp', {
        title: { da: 'Eksempel: kliniske kvalitetsdatabaser', en: 'Example: clinical quality databases' },
        format: 'dcat',
      }),
      source('personregistre', 'cpr-kontoret', {
        title: { da: 'Eksempel: person- og ydelsesregistre', en: 'Example: registers of persons and benefits' },
        format: 'dcat',
      }),
      source('kommunedata', 'kl', {
        title: { da: 'Eksempel: kommunale data', en: 'Example: municipal data' },
        format: 'dcat',
      }),
      source('undersoegelser', 'ku', {
        title: { da: 'Eksempel: undersøgelser', en: 'Example: surveys and research databases' },
        format: 'dcat-us',
        textLanguage: 'da',
      }),
    ],
  };
}
