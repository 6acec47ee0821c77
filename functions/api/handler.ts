import { late } from '#functions/shared/late.ts';
import { log } from '#functions/shared/log.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { createApi } from './api.ts';
import { Config } from './config.ts';
import { Links } from './links.ts';

// The environment is read at the cold start; what the use cases stand on is loaded with the first request (docs/decisions/0076).
const config = readConfig(Config);
const surroundings = {
  links: new Links(config.PUBLIC_URL),
  report: (failure: unknown, requestId: string) => log('error', 'a request failed', { requestId, failure }),
};

export const handler = createApi({
  ...surroundings,
  ports: late(async () => (await import('./wiring.ts')).wire(config, surroundings)),
});
