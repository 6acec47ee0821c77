/** A crawl of the bundled example without a network: what its harvesters read of the pages that its server answers. */

import { dcat } from '#harvesters/dcat/dcat.ts';
import { dcatUs } from '#harvesters/dcat-us/dcat-us.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import { html } from '#harvesters/html/html.ts';
import type { Page, PageRequest, Reading } from '#schemas/reading.ts';
import { type Source, SourceFile } from '#schemas/source.ts';
import type { ExampleAnswer } from '#sources/example/answer.ts';
import { exampleSite } from '#sources/example/example.ts';
import { exampleSources } from '#sources/example.ts';

export const base = 'http://127.0.0.1:8080';

/** The example's sources as the local host gets them. */
export const sources: readonly Source[] = SourceFile.parse(exampleSources(base)).sources;

export const harvesters: Readonly<Record<string, Harvester>> = { html, dcat, 'dcat-us': dcatUs };

/** Asks the example for an address. */
export const ask = (url: string, headers: Record<string, string> = {}): ExampleAnswer => {
  const { pathname, searchParams } = new URL(url);
  return exampleSite({ path: pathname, query: Object.fromEntries(searchParams), headers });
};

const pageOf = (request: PageRequest): Page => {
  const { headers, body } = ask(request.url);
  const bytes = async function* () {
    yield Buffer.from(body);
  };
  return { request, url: request.url, contentType: headers['content-type'] ?? null, body: bytes() };
};

/** Every reading of every page of a source, and the addresses of the pages. */
export async function crawl(source: Source): Promise<{ readings: Reading[]; pages: string[] }> {
  const harvester = harvesters[source.format];
  const readings: Reading[] = [];
  const pages: string[] = [];
  const waiting = [...(harvester?.first(source) ?? [])];
  for (let request = waiting.shift(); request && harvester; request = waiting.shift()) {
    if (pages.includes(request.url)) continue;
    pages.push(request.url);
    for await (const reading of harvester.read(source, pageOf(request))) {
      if (reading.kind === 'page') waiting.push(reading.request);
      else readings.push(reading);
    }
  }
  return { readings, pages };
}
