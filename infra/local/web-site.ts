/** Serves the web pages beside the API, as CloudFront does from S3. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { FILE_CACHE, isPage, OTHER_CACHE, PAGE_CACHE, webHeadersWith } from '#infra/web-headers.ts';
import type { HttpResponse } from './http-event.ts';
import type { Site } from './http-server.ts';
import { codeOf } from './refusal.ts';

/** Where the files lie on the host; the build writes it into the page (web/vite.config.ts). */
const FILES = '/web/';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const NOT_BUILT = `<!doctype html><html lang="da"><meta charset="utf-8"><title>Datalandkort</title>
<p>Siderne er ved at blive bygget; prøv igen om lidt. <a href="/docs">API’et</a> er der allerede.</p>
<p lang="en">The pages are being built; try again in a moment. The <a href="/docs">API</a> is there already.</p></html>
`;

const response = (status: number, body: Buffer | string, headers: Record<string, string>): HttpResponse => ({
  status,
  headers,
  body: Buffer.from(body),
});

/** A file of the folder; undefined when there is none of this name in it. */
async function fileOf(folder: string, name: string): Promise<Buffer | undefined> {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep) || name.includes('/.')) return undefined;
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

async function page(folder: string): Promise<HttpResponse> {
  const html = await fileOf(folder, 'index.html');
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': PAGE_CACHE };
  return html ? response(200, html, headers) : response(503, NOT_BUILT, { ...headers, 'retry-after': '5' });
}

async function file(folder: string, name: string): Promise<HttpResponse> {
  const bytes = await fileOf(folder, name);
  const type = TYPES[extname(name)];
  if (!bytes || !type) return response(404, '', { 'cache-control': 'no-store' });
  const isHashed = name.startsWith('assets/');
  return response(200, bytes, { 'content-type': type, 'cache-control': isHashed ? FILE_CACHE : OTHER_CACHE });
}

/**
 * The pages that were built into a folder; what is below a language is the one page that draws all of them.
 * @param origins where a page may fetch from beside this host: where people sign in.
 */
export function webSite(folder: string, origins: readonly string[] = []): Site {
  const always = webHeadersWith(origins);
  const answered = async (path: string): Promise<HttpResponse | undefined> => {
    if (isPage(path)) return page(folder);
    return path.startsWith(FILES) ? file(folder, path.slice(FILES.length)) : undefined;
  };
  return async (method, target) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const answer = await answered(target.split('?', 1)[0] ?? '/');
    return answer && { ...answer, headers: { ...always, ...answer.headers } };
  };
}
