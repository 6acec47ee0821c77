/** The bundled example as the catalogue has it: every record of every source, normalised. */
import { normalise } from '#catalogue/normalise.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { published } from '../publishing/published-examples.ts';
import { crawl, sources } from './crawl.ts';

export const exampleEntries = async (): Promise<CatalogueEntry[]> => {
  const entries: CatalogueEntry[] = [];
  for (const source of sources) {
    const { readings } = await crawl(source);
    for (const [index, reading] of readings.entries()) {
      const made = reading.kind === 'record' ? normalise(reading.record, { defaults: source.defaults }) : undefined;
      if (made === undefined || 'rejected' in made) continue;
      const { record, unmapped, written, problems } = made;
      const { entry } = published(`${source.id}.r${index}`, record, { kind: made.kind, unmapped, written, problems });
      entries.push({ ...entry, origin: { ...entry.origin, example: true } });
    }
  }
  return entries;
};
