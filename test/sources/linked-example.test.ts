import { expect, it } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { conflictsBetween, linkKeys } from '#catalogue/same-dataset.ts';
import { LinkIndex } from '#functions/link-datasets/link-index.ts';
import type { Dataset } from '#schemas/record.ts';
import { crawl, sources } from './crawl.ts';

/** Every record of the example, by `<source>.<identifier>`, and the index over all of them. */
async function wholeExample() {
  const records = new Map<string, Dataset>();
  const index = new LinkIndex();
  for (const source of sources) {
    for (const reading of (await crawl(source)).readings) {
      const made = reading.kind === 'record' ? normalise(reading.record, { defaults: {} }) : undefined;
      if (!made || 'rejected' in made) continue;
      const id = `${source.id}.${made.identifier}`;
      const origin = { run: '', page: '', archive: null, place: null, observedAt: '', catalogues: [] };
      records.set(id, made.record);
      index.set(id, linkKeys({ ...made, id, source: source.id, origin, problems: [] }));
    }
  }
  return { records, index };
}

it('the example’s Cancerregisteret and Landspatientregisteret are linked with the years on which their sources disagree', async () => {
  const { records, index } = await wholeExample();
  const linked = [...records.keys()].filter((id) => index.linksOf(id).length > 0).sort();
  expect(linked).toEqual([
    'eksempel-dokumentation.lpr',
    'eksempel-forskningsregistre.car',
    'eksempel-forskningsregistre.lpr',
    'eksempel-registeroplysninger.car',
  ]);
  const conflictsOf = (id: string) => {
    const [link] = index.linksOf(id);
    return conflictsBetween(records.get(id) ?? {}, records.get(link?.id ?? '') ?? {});
  };
  expect(conflictsOf('eksempel-registeroplysninger.car')).toEqual([
    { property: 'temporal', here: [{ startDate: '1943' }], there: [{ startDate: '1942' }] },
  ]);
  expect(conflictsOf('eksempel-dokumentation.lpr')).toEqual([
    { property: 'temporal', here: [{ startDate: '1977' }], there: [{ startDate: '1976' }] },
  ]);
});
