/** OAI-PMH as other people's clients read it from the running system; those that are not here are skipped. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '#bench/scratch.ts';
import { foreignClients } from './foreign-clients.ts';
import { harvestByAll, PATIENCE_MS } from './harvest-by-all.ts';
import type { HarvestOutcome } from './oai-harvests.ts';

const clients = await Promise.all(
  foreignClients.map(async (client) => ({
    title: client.title,
    missing: client.missing,
    isHere: await client.isThere(),
  })),
);

describe.skipIf(!clients.some(({ isHere }) => isHere))('a repository of several pages', () => {
  let outcomes: readonly HarvestOutcome[] = [];

  beforeAll(async () => {
    await using place = await scratch();
    outcomes = await harvestByAll(place.folder);
  }, PATIENCE_MS);

  for (const { title, missing, isHere } of clients) {
    it.skipIf(!isHere)(`is harvested whole, and then by what changed, with ${title} (needs: ${missing})`, () => {
      const own = outcomes.filter(({ client }) => client === title).map(({ client: _, ...outcome }) => outcome);
      expect(own).toEqual([
        { what: 'oai_dc, everything', live: 260, deleted: 15, faults: [] },
        { what: 'dcat_ap, everything', live: 260, deleted: 15, faults: [] },
        { what: 'oai_dc, what changed since', live: 36, deleted: 30, faults: [] },
        { what: 'dcat_ap, what changed since', live: 36, deleted: 30, faults: [] },
      ]);
    });
  }
});
