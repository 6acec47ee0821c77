/** A page saves what the API leads to in S3: on AWS that is another host, which the page's policy has to name. */
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { buildSync } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { presignedGet } from '#functions/shared/presigned.ts';
import { webHeadersWith } from '#infra/web-headers.ts';
import { describeInBrowser } from '#test/browser.ts';
import { launchBrowser } from '#test/chromium.ts';
import { serve } from '#test/scripted-servers.ts';

const TEXT = 'rå bytes: æøå';

/** The page's own code, as a script that the policy lets in. */
const script = (): string => {
  const [built] = buildSync({
    stdin: {
      contents:
        "import { download } from './web/api/download.ts'; globalThis.save = () => download('/raw', 'page.bin');",
      resolveDir: join(import.meta.dirname, '..', '..'),
    },
    bundle: true,
    format: 'iife',
    write: false,
  }).outputFiles;
  return built?.text ?? '';
};

/** A host with the page and the API's lead, and the other that it leads to. */
async function hosts(named: (store: string) => readonly string[]) {
  const asked: IncomingHttpHeaders[] = [];
  const store = await serve((request, response) => {
    asked.push(request.headers);
    response.setHeader('access-control-allow-origin', '*').end(TEXT);
  });
  const code = script();
  const host = await serve((request, response) => {
    for (const [name, value] of Object.entries(webHeadersWith(named(store)))) response.setHeader(name, value);
    if (request.url === '/raw')
      response.writeHead(307, { location: `${store}/raw/a.gz`, 'cache-control': 'no-store' }).end();
    else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(code);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/page.js"></script>');
  });
  return { host, asked };
}

describeInBrowser('an answer that leads to S3', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const pageAt = async (host: string) => {
    const page = await browser.newPage();
    await page.goto(host);
    await page.evaluate("sessionStorage.setItem('datalandkort.token', 'a-token')");
    return page;
  };

  test('is saved by a page whose policy names the bucket, and the bucket is not told the token', async () => {
    const { host, asked } = await hosts((store) => [store]);
    const page = await pageAt(host);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.evaluate('save()')]);
    expect(readFileSync(await saved.path(), 'utf8')).toBe(TEXT);
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toHaveProperty('authorization');
    await page.close();
  });

  test('is refused by the browser where the policy names nobody', async () => {
    const { host, asked } = await hosts(() => []);
    const page = await pageAt(host);
    expect(await page.evaluate("save().then(() => 'saved', () => 'refused')")).toBe('refused');
    expect(asked).toEqual([]);
    await page.close();
  });
});

test('the address that S3 hands an object out at is of the host that the policy names on AWS', async () => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new S3Client({ region: 'eu-north-1', credentials });
  const handout = { contentType: 'application/octet-stream', cacheControl: 'no-store', fileName: 'a.bin' };
  const address = await presignedGet('some-bucket', client)('raw/a.gz', handout);
  // What CloudFormation's RegionalDomainName is of a bucket.
  expect(new URL(address).origin).toBe('https://some-bucket.s3.eu-north-1.amazonaws.com');
});
