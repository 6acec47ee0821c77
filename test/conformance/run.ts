/**
 * `npm run conformance`: other people's clients harvest the running local system. Fetches them first where that is possible: the
 * npm package into a folder of its own outside the project, the Debian package by apt-get. Ends with 1 when a harvest is not what
 * the API says.
 */
import { scratch } from '#bench/scratch.ts';
import { foreignClients } from './foreign-clients.ts';
import { harvestByAll } from './harvest-by-all.ts';

for (const client of foreignClients) {
  if (await client.isThere()) continue;
  process.stderr.write(`${client.title}: fetching it\n`);
  await client.fetch().catch((error: Error) => {
    const [reason] = error.message.split('\n');
    process.stdout.write(`${client.title}: skipped, for it could not be fetched (${reason})\n`);
  });
}

await using place = await scratch();
const outcomes = await harvestByAll(place.folder);
for (const { client, what, live, deleted, faults } of outcomes) {
  const verdict = faults.length === 0 ? 'as the API says' : `NOT as the API says: ${faults.slice(0, 5).join('; ')}`;
  process.stdout.write(`${client}: ${what}: ${live} live and ${deleted} deleted records, ${verdict}\n`);
}
if (outcomes.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
