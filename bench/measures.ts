/** All measures, by the name that the command line takes. */

import { measureApi } from './api.ts';
import { measureAssessing } from './assessing.ts';
import { measureCkanChanges } from './ckan.ts';
import { measureColdStart } from './cold-start.ts';
import { measureLdesReplay } from './ldes-replay.ts';
import { measureManySources } from './many-sources.ts';
import { measureSecondHarvests, measureThroughput } from './measure-harvest.ts';
import { measureGrowth, measureMemory, measureRatios } from './measure-reading.ts';
import { measureOaiPmh } from './oai-pmh.ts';
import type { Result } from './report.ts';
import { measureSearch } from './search.ts';
import { measureWeb } from './web.ts';

export const measures: Readonly<Record<string, () => Promise<Result[]>>> = {
  reading: measureRatios,
  memory: measureMemory,
  growth: measureGrowth,
  assessing: measureAssessing,
  throughput: measureThroughput,
  ckan: measureCkanChanges,
  'oai-pmh': measureOaiPmh,
  'many-sources': measureManySources,
  api: measureApi,
  'ldes-replay': measureLdesReplay,
  search: measureSearch,
  web: measureWeb,
  'cold-start': measureColdStart,
  'second-harvest': measureSecondHarvests,
};
