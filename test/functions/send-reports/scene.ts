/** A catalogue with assessments, from which reports are built and letters are sent. */
import { assessDatasets } from '#functions/assess-datasets/assess-datasets.ts';
import { project } from '#functions/project/project.ts';
import { type BuildReportPorts, buildReport, keepReport } from '#functions/send-reports/build-report.ts';
import { type LinkStatus, newLink } from '#quality/links/link-status.ts';
import type { Dataset } from '#schemas/record.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { memoryCatalogue, memoryCheckpoints } from '../memory-catalogue.ts';
import { exampleSource, memoryRuns } from '../memory-control.ts';
import { memoryLedger, memoryLog } from '../memory-ledger.ts';
import { memoryObjects } from '../memory-objects.ts';
import { memoryQuality } from '../memory-quality.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let workers = 0;

export function reportScene({ runs = [], sources }: { runs?: Run[]; sources?: Source[] } = {}) {
  let now = Date.parse('2026-11-23T04:00:00.000Z');
  const ledger = memoryLedger(memoryLog(), () => now);
  const catalogue = memoryCatalogue();
  const quality = memoryQuality();
  const dead: LinkStatus[] = [];
  const holder = () => {
    workers += 1;
    return `worker-${workers}`;
  };
  const own = sources ?? [
    { ...exampleSource, owner: { id: 'sds', name: { da: 'Sundhedsdatastyrelsen' }, email: 'data@sds.example' } },
  ];
  const common = { ledger, checkpoints: memoryCheckpoints(), holder, outOfTime: () => false, catalogue, quality };
  const objects = memoryObjects();
  const ports: BuildReportPorts = {
    sources: { list: async () => own },
    catalogue,
    quality,
    links: {
      list: async () => ({ links: dead, next: null }),
      usesOf: async (url) => [
        { dataset: 'sds.car', uses: [{ url, property: 'landingPage', place: 'landingPage[0]', mediaTypes: [] }] },
      ],
    },
    runs: memoryRuns(runs),
    objects,
    clock: () => now,
  };
  return {
    ports,
    quality,
    sources: ports.sources,
    clock: () => now,
    wait: (days: number) => {
      now += days * DAY_MS;
    },
    dies: (url: string) =>
      void dead.push({
        ...newLink(url, now - 3 * DAY_MS),
        state: 'dead',
        kind: 'not-found',
        firstFailure: new Date(now - 3 * DAY_MS).toISOString(),
      }),
    /** A description is harvested; with `assess: false` nobody has judged it yet. */
    async tell(id: string, record: Dataset, { assess = true } = {}) {
      const had = await catalogue.get(id);
      const draft = draftOf(id, { type: had ? 'Update' : 'Create', revision: (had?.revision ?? 0) + 1 });
      await ledger.append([draft], [{ ...entryOf(id), record }]);
      await project(common);
      if (!assess) return;
      const alone = { links: { get: async () => new Map() }, announce: async () => undefined };
      await assessDatasets({ ...ports, ...common, objects, ...alone });
    },
    build: (owner = 'sds') => buildReport(ports, owner),
    keep: (report: Parameters<typeof keepReport>[1]) => keepReport(ports, report),
  };
}
