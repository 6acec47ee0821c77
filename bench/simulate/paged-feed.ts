/** A catalogue of health registers that is served in pages, as feeds of some size are, and that can change. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateTurtle } from '#bench/feeds.ts';

interface FeedShape {
  readonly datasets: number;
  /** Datasets on a page. */
  readonly perPage: number;
  /** The first so many bear another title, one for each edition. */
  readonly changed?: number;
  readonly edition?: number;
}

export interface PagedFeed {
  readonly url: string;
  /** Shows this from now on. */
  show(shape: FeedShape): void;
  stop(): void;
}

/** Nodes that a dataset consists of: itself and its two distributions. */
const NODES = 3;
const NEXT = 'http://www.w3.org/ns/hydra/core#next';

/** Each edition says the same in other bytes, so that every page is read and compared as that of a living portal. */
function pagesOf({ datasets, perPage, changed = 0, edition = 0 }: FeedShape): string[] {
  const [prefixes = '', ...nodes] = [...generateTurtle(datasets)].join('').split(/\n(?=<)/);
  const pages: string[] = [];
  for (let start = 0; start < datasets; start += perPage) {
    const own = nodes.slice(start * NODES, Math.min(start + perPage, datasets) * NODES);
    pages.push(`${prefixes}\n# ${edition}\n${[...own, ...nodes.slice(datasets * NODES)].join('\n')}`);
  }
  return pages.map((page) =>
    page.replaceAll(/"Register (\d+) over/g, (text, number) =>
      Number(number) < changed ? `"Register ${number} (${edition}. udgave) over` : text,
    ),
  );
}

export async function servePages(): Promise<PagedFeed> {
  let pages: string[] = [];
  const server = createServer((request, response) => {
    const number = Number(/^\/feed\?page=(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
    const page = pages[number];
    if (page === undefined) return response.writeHead(404).end();
    const next = number + 1 < pages.length ? `\n<?page=${number}> <${NEXT}> </feed?page=${number + 1}> .\n` : '';
    return response.writeHead(200, { 'content-type': 'text/turtle' }).end(page + next);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    // Listening on a TCP port, so the address is no pipe's name.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed?page=0`,
    show(shape) {
      pages = pagesOf(shape);
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
