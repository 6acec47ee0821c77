/**
 * The same bytes through the same local gateway, and nothing behind it: what the gateway alone costs. Takes the bytes of each
 * path by message and sends its address.
 */
import * as z from 'zod';
import { startHttpServer } from '#infra/local/http-server.ts';

const Answer = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });
// Made once, so that the gateway has as little to do for them as for an answer that is kept.
const Answers = z.record(
  z.string(),
  Answer.transform((answer) => ({ statusCode: 200, ...answer })),
);

let answers: z.infer<typeof Answers> = {};
const server = await startHttpServer({
  port: 0,
  routes: () => [
    {
      route: { method: 'ANY', path: '/{proxy+}' },
      // The gateway made the event: it has a path.
      invoke: async (event) => answers[(event as { rawPath: string }).rawPath],
    },
  ],
  site: async () => undefined,
  onFailure: (error) => console.error(error),
});
process.on('message', (message) => {
  answers = Answers.parse(message);
  process.send?.({ address: `http://127.0.0.1:${server.port}` });
});
process.on('disconnect', () => process.exit());
