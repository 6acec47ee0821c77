/**
 * Whatever an owner may write as a title, a name, a value or an address, in everything that people open: the report as a page and as a PDF, the
 * letter with its headers, feeds, the page of the API, the log, and what the command line says.
 */
import { load } from 'cheerio';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { docsPage } from '#functions/api/openapi/docs-page.ts';
import type { Preview } from '#functions/harvest/preview.ts';
import { letterOf } from '#functions/send-reports/letter-text.ts';
import { log } from '#functions/shared/log.ts';
import { mailMessage } from '#functions/shared/mail-message.ts';
import { previewText } from '#infra/local/preview-text.ts';
import { closingTable } from '#infra/local/run-table.ts';
import { say, tell } from '#infra/local/terminal.ts';
import { newsItem } from '#publishing/news/news-item.ts';
import { writeAtom } from '#publishing/news/write-atom.ts';
import { writeJsonFeed } from '#publishing/news/write-json-feed.ts';
import { writeReportHtml } from '#publishing/report/write-report-html.ts';
import { writeReportPdf } from '#publishing/report/write-report-pdf.ts';
import { readXml } from '#test/security/read-xml.ts';
import { draftOf, entryOf } from '../functions/drafts.ts';
import { runOf } from '../functions/memory-control.ts';
import { awkwardReport } from '../publishing/report/awkward-report.ts';

afterEach(() => vi.restoreAllMocks());

/** Markup in every place where a careless writer would put a text: between tags, in an attribute, a comment, a script, CDATA, a style. */
const MARKUP = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '--><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ']]><script>alert(1)</script>',
  '</title></style></textarea><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
].join(' ');

/** What ends a line, adds a header, moves a cursor, writes into a clipboard, or turns the direction of text round. */
const OBEYED =
  'x\r\nBcc: alle@o.example\r\n\r\nHej\u001b[2J\u001b]52;c;cm0gLXJm\u0007\u009b31m\u0085\u2028\u2029\u202egnp.exe\u2066\u200f\u061c\u0000';

const HOSTILE = `${MARKUP} ${OBEYED}`;
const report = { ...awkwardReport, owner: { ...awkwardReport.owner, name: { da: HOSTILE, en: HOSTILE } } };

/** Nothing in a page runs, loads or leads to what runs, but what is ours. */
function expectHarmless(html: string, ours: string): void {
  const $ = load(html);
  expect($('iframe, object, embed, base, form[action^="javascript"], meta[http-equiv="refresh"]').length).toBe(0);
  const count = (text: string, selector: string): number => load(text)(selector).length;
  for (const selector of ['script', 'img', 'svg', 'style', 'link']) {
    expect([selector, $(selector).length]).toEqual([selector, count(ours, selector)]);
  }
  for (const element of $('*').toArray()) {
    if (!('attribs' in element)) continue;
    for (const [name, value] of Object.entries(element.attribs)) {
      expect(name).not.toMatch(/^on/i);
      expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    }
  }
}

describe('the report of an owner who writes markup', () => {
  test.each(['da', 'en'] as const)('is a page in which nothing runs (%s)', (language) => {
    const plain = { ...report, owner: { ...report.owner, name: { da: 'x', en: 'x' } } };
    expectHarmless(writeReportHtml(report, language), writeReportHtml(plain, language));
    expect(load(writeReportHtml(report, language))('h1').text()).toContain('<script>alert(1)</script>');
  });

  test('is a PDF that runs nothing and leads to nothing but web pages', async () => {
    const pdf = (await writeReportPdf(report, 'da')).toString('latin1');
    expect(pdf).toContain('/Title');
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|SubmitForm)\b/);
    const addresses = [...pdf.matchAll(/\/URI \(((?:[^\\)]|\\.)*)\)/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(https?:|mailto:|\/)/.test(address))).toEqual([]);
  });
});

describe('the letter to an owner of such a name', () => {
  const letter = letterOf({
    report,
    link: { da: 'https://data.example.dk/da/owner/t', en: 'https://data.example.dk/en/owner/t' },
    reportUrl: 'https://data.example.dk/v1/owners/o/report.html',
    attached: [],
  });
  const mail = {
    id: 'm',
    to: ['ejer@o.example'],
    ...letter,
    attachments: [{ filename: `r\r\nX-Injected: 1".pdf`, type: 'application/pdf', content: Buffer.from('%PDF') }],
    unsubscribe: 'https://data.example.dk/v1/owner-links/t/unsubscribe',
  };

  test('has the headers that we write and no other, and one recipient', async () => {
    const message = await mailMessage(mail, 'Datalandkort <rapport@data.example.dk>');
    const parsed = await simpleParser(message);
    expect([...parsed.headers.keys()].sort()).toEqual(
      ['auto-submitted', 'content-type', 'date', 'from', 'list', 'message-id', 'mime-version', 'subject', 'to'].sort(),
    );
    // Of the parts as well: each has headers up to its first empty line.
    const heads = message.toString().split(/^--.*Part_\d+$/m);
    for (const part of heads) expect(part.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Injected):/im);
    expect(JSON.stringify(parsed.to)).toContain('ejer@o.example');
    expect(JSON.stringify(parsed.to)).not.toContain('alle@o.example');
  });

  test('has a subject of one line in which nothing is obeyed', async () => {
    const { subject = '', text = '' } = await simpleParser(await mailMessage(mail, 'a@data.example.dk'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
    expect(subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
    expect(text).not.toMatch(/[\u0000-\u0008\u001b\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('is HTML in which nothing runs', () => expectHarmless(letter.html, '<p></p>'));
});

describe('a feed with a title of markup', () => {
  const change = { ...draftOf('sds.x'), seq: 1, published: '2026-11-23T04:10:11.018Z', payload: null };
  const entry = { ...entryOf('sds.x'), record: { title: { da: HOSTILE }, description: { da: HOSTILE } } };
  const item = newsItem({ change, entry }, 'da', { id: 'https://d.example/c/1', url: 'https://d.example/x' });
  const page = {
    language: 'da' as const,
    items: [item],
    self: 'https://d.example/atom.xml',
    current: 'https://d.example/atom.xml',
    previous: null,
    isArchive: false,
    updated: '2026-11-23T04:10:11.018Z',
    home: 'https://d.example/',
  };

  test('is Atom that is well-formed, in which titles are texts and no markup', () => {
    const { names, texts } = readXml(writeAtom(page));
    expect(new Set(names)).toEqual(
      new Set([
        'feed',
        'id',
        'title',
        'updated',
        'author',
        'name',
        'link',
        'entry',
        'published',
        'category',
        'summary',
      ]),
    );
    expect(texts.join('\n')).toContain('<script>alert(1)</script>');
    // No `type` says that it is HTML, so readers show it as text (RFC 4287 § 3.1.1).
    expect(writeAtom(page)).not.toMatch(/<(title|summary)[^>]*type=/);
  });

  test('is a JSON Feed that has it as text and not as HTML', () => {
    const [written] = JSON.parse(writeJsonFeed(page)).items;
    expect(written).not.toHaveProperty('content_html');
    expect(written.content_text).toContain('<script>');
  });
});

test('the page of the API shows markup in its document as text', () => {
  const operation = {
    operationId: 'x',
    tags: ['T'],
    summary: HOSTILE,
    description: HOSTILE,
    responses: { 200: { description: HOSTILE } },
  };
  const document = {
    info: { title: HOSTILE, version: HOSTILE, description: HOSTILE },
    tags: [{ name: 'T', description: HOSTILE }],
    paths: { [`/v1/${MARKUP}`]: { get: operation } },
    components: {
      schemas: { X: { type: 'object', description: HOSTILE, properties: { [MARKUP]: { type: 'string' } } } },
    },
  };
  expectHarmless(docsPage(document), '<style></style>');
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200f\u2028-\u202e\u2066-\u2069]/;

describe('what a terminal is shown', () => {
  function written(work: () => void): string {
    const lines: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        lines.push(String(chunk));
        return true;
      });
    }
    work();
    vi.restoreAllMocks();
    return lines.join('');
  }

  test('by the log is one line, with our fields', () => {
    const line = written(() => log('error', HOSTILE, { source: HOSTILE, failure: new Error(HOSTILE), level: 'info' }));
    expect(line.trimEnd().split('\n')).toHaveLength(1);
    expect(line.trimEnd()).not.toMatch(CONTROL);
    expect(JSON.parse(line)).toMatchObject({ level: 'error', message: HOSTILE, source: HOSTILE });
  });

  test('by the command line is not obeyed, also as JSON, which stays what it says', () => {
    const text = written(() => {
      say(JSON.stringify({ title: HOSTILE }));
      tell(HOSTILE);
    });
    expect(text).not.toMatch(CONTROL);
    expect(JSON.parse(text.split('\n')[0] ?? '')).toEqual({ title: HOSTILE });
  });

  test('by a preview and by the closing table forges no line', () => {
    const entry = { ...entryOf('s.x'), record: { title: { da: HOSTILE } } };
    const preview: Preview = {
      ...({
        source: 's',
        whole: true,
        coverage: 'complete',
        score: null,
        wouldRemove: [],
        wouldHold: [],
      } as unknown as Preview),
      entries: [entry],
      rows: [{ outcome: 'created', id: 's.x', identifier: HOSTILE, reason: HOSTILE }],
      problems: [{ code: 'x', severity: 'error', message: HOSTILE, record: HOSTILE, place: { page: HOSTILE } }],
    };
    const text = previewText(preview, 10);
    expect(text).not.toMatch(CONTROL);
    expect(text.split('\n')).toHaveLength(3);
    const run = {
      ...runOf('s.20261123T040000Z.abc123', '2026-11-23T04:00:00.000Z'),
      state: 'failed' as const,
      reason: HOSTILE,
    };
    const table = closingTable([{ source: 's', run }], Date.now());
    expect(table).not.toMatch(CONTROL);
    expect(table.split('\n')).toHaveLength(4);
  });
});
