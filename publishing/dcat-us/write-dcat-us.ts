/** The catalogue file of DCAT-US 1.1, `data.json`, and one dataset of it. */
import { type DocumentLanguage, languageOf } from '../profiles/plain-values.ts';
import { profileTable } from '../profiles/profiles.ts';
import type { Published } from '../published.ts';
import { type DcatUsDataset, dcatUsDataset } from './dataset.ts';

/** English, which those who read data.json read; a dataset that has none is in Danish. */
const PREFERRED: DocumentLanguage = 'en';

const { iri: SCHEMA } = profileTable['dcat-us'];

/** Without a language asked for, one dataset is in one language: that of its title. */
const languageFor = ({ entry }: Published, asked: DocumentLanguage | undefined): DocumentLanguage =>
  asked ?? (languageOf(entry.record.title ?? {}, PREFERRED) === 'da' ? 'da' : PREFERRED);

/** One dataset, as it stands in a list. */
export const dcatUsItem = (published: Published, asked?: DocumentLanguage): DcatUsDataset =>
  dcatUsDataset(published, languageFor(published, asked));

/** A catalogue file around datasets. @param self the address of the file. */
export const dcatUsCatalogue = (datasets: readonly DcatUsDataset[], self: string) => ({
  '@context': `${SCHEMA}/catalog.jsonld`,
  '@id': self,
  '@type': 'dcat:Catalog' as const,
  conformsTo: SCHEMA,
  describedBy: `${SCHEMA}/catalog.json`,
  dataset: datasets,
});
