/** A log as it grows in life: registers of several owners, created, updated, removed and back again. */
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { draftOf, entryOf } from '../drafts.ts';

const LEGISLATION = 'http://data.europa.eu/eli/reg/2025/327/oj';

/** Publishers have an address and are shared by datasets; one is told of in other words by some of them. */
const publisherOf = (index: number): NonNullable<Dataset['publisher']> => ({
  iri: `https://styrelse-${index % 3}.example.dk/`,
  name: { da: index % 50 === 49 ? `Styrelsen ${index % 3} (nyt navn)` : `Styrelsen ${index % 3}` },
});

/** The number of the n-th dataset and which version of it this is. */
const numbersOf = ({ dataset, revision }: ChangeDraft): readonly [number, number] => [
  Number(/\d+$/.exec(dataset)?.[0] ?? 0),
  revision,
];

export function recordOf(draft: ChangeDraft): CatalogueEntry {
  const [index, revision] = numbersOf(draft);
  const entry = entryOf(draft.dataset);
  const record: Dataset = {
    iri: `https://registre.example.dk/${draft.dataset}`,
    title: { da: `Register ${index} for sårbare, udgave ${revision}`, en: `Register ${index}, version ${revision}` },
    description: { da: 'Alle forløb på danske sygehuse: æ, ø og å.', en: 'Every course in Danish hospitals.' },
    publisher: publisherOf(index),
    creator: [{ name: { da: 'Kontoret uden adresse' } }],
    theme: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
    applicableLegislation: [LEGISLATION],
    contactPoint: [{ fn: { da: 'Registrets kontor' }, hasEmail: 'mailto:register@example.dk' }],
    distribution: [{ title: { da: 'Tabel' }, accessURL: [`https://registre.example.dk/${draft.dataset}/tabel`] }],
  };
  return { ...entry, record };
}

/** So many changes: of four, two create, one updates an older dataset and one removes one; every dataset's are in order. */
export function changesOfTime(count: number, source = 'sds'): ChangeDraft[] {
  const latest = new Map<string, { readonly seq: number; readonly revision: number; readonly hash: string | null }>();
  const drafts: ChangeDraft[] = [];
  const add = (dataset: string, type: ChangeDraft['type']) => {
    const before = latest.get(dataset);
    const revision = (before?.revision ?? 0) + 1;
    const hash = type === 'Delete' ? null : `sha256:${dataset}-${revision}`;
    drafts.push(
      draftOf(dataset, {
        type,
        revision,
        previous: before?.seq ?? null,
        contentHash: hash,
        previousHash: before?.hash ?? null,
        cause: { Create: 'source-created', Update: 'source-updated', Delete: 'source-removed' }[
          type
        ] as ChangeDraft['cause'],
        changed: type === 'Update' ? ['title'] : [],
      }),
    );
    latest.set(dataset, { seq: drafts.length, revision, hash });
  };
  const nameOf = (index: number) => `${source}.d${String(index).padStart(4, '0')}`;
  for (let created = 0; drafts.length < count; ) {
    const step = drafts.length % 4;
    if (step < 2 || created < 4) add(nameOf(created++), 'Create');
    else if (step === 2) add(nameOf(created - 2), 'Update');
    else add(nameOf(created - 3), 'Delete');
  }
  return drafts;
}
