/** The engines in a process of their own, as AWS has them: `engines-server.ts FOLDER`. Sends their addresses. */
import { startEngines } from '#infra/local/engines.ts';
import { topology } from '#infra/topology.ts';

const { tables, objects } = await startEngines(process.argv[2] ?? '', topology);
process.send?.({ tables, objects });
process.on('disconnect', () => process.exit());
