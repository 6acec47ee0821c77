/** Servers that behave as a test says, on the loopback interface; they end with the test that started them. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { selfSigned } from './self-signed.ts';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Listens on a free port; every connection is cut at the test's end. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // Listening on a TCP port, so the address is no pipe's name.
  return (server.address() as AddressInfo).port;
}

/** An HTTP server. @returns its address, `http://127.0.0.1:PORT`. */
export const serve = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(listener))}`;

/** An HTTPS server whose certificate nobody vouches for. */
export async function serveSecurely(
  listener: RequestListener,
  endsInMs?: number,
): Promise<{ base: string; certificate: string }> {
  const { key, certificate } = selfSigned(endsInMs);
  const server = createSecureServer({ key, cert: certificate }, listener);
  server.on('tlsClientError', () => undefined);
  return { base: `https://localhost:${await listen(server)}`, certificate };
}

/** A server that says whatever bytes it likes. */
export const serveRaw = async (onSocket: (socket: Socket) => void): Promise<string> =>
  `http://127.0.0.1:${await listen(createRawServer(onSocket))}`;

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createRawServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<unknown>((resolve) => server.close(resolve));
  return port;
}
