import { describe, expect, it } from 'vitest';
import type { XmlEvent } from '#harvesters/xml/xml-event.ts';
import { readXml } from '#harvesters/xml/xml-reader.ts';

const read = (text: string): Promise<XmlEvent[]> =>
  Array.fromAsync(
    readXml(
      {
        request: { url: 'https://a.dk/' },
        url: 'https://a.dk/',
        contentType: 'text/xml',
        body: (async function* () {
          yield Buffer.from(text);
        })(),
      },
      new Set(['r']),
    ),
  );

const kindsOf = (events: readonly XmlEvent[]): string[] =>
  events.map((event) => ('code' in event ? `${event.kind} ${event.code}` : event.kind));

describe('a list in XML', () => {
  it('hands out its records with their own XML and the namespaces around them', async () => {
    const events = await read('<l xmlns="a" xmlns:x="b"><m xmlns:x="c&quot;"><x:r z="1">t<y/></x:r></m></l>');
    expect(events.at(-1)).toMatchObject({
      kind: 'unit',
      element: { name: 'r', text: 't', attributes: { z: '1' }, children: [{ name: 'y' }] },
      place: { line: 1, column: 47 },
      source: { text: '<x:r z="1">t<y/></x:r>', declarations: ' xmlns="a" xmlns:x="c&#34;"' },
    });
  });

  it('takes elements of the name inside a record for a part of it', async () => {
    const events = await read('<l><r><r>a</r></r></l>');
    expect(kindsOf(events)).toEqual(['open', 'unit']);
  });

  it('has places that count from the page’s start, also after a record that is broken', async () => {
    const events = await read('<l>\n<r>\n<a>1 < 2</a>\n</r>\n  <r\n>x</r></l>');
    expect(events).toMatchObject([
      { kind: 'open' },
      { kind: 'bad-unit', code: 'syntax-error', place: { line: 3 }, excerpt: expect.stringContaining('1 < 2') },
      { kind: 'unit', place: { line: 5 }, element: { text: 'x' } },
    ]);
  });

  it('has the text of its records right behind any amount of other text', async () => {
    const events = await read(
      `<l>${'x'.repeat(200_000)}\n<r>a</r>${'y'.repeat(200_000)}<r>b</r>${'z'.repeat(100_000)}</l>`,
    );
    const texts = events.flatMap((event) => (event.kind === 'unit' ? [[event.source.text, event.place.line]] : []));
    expect(texts).toEqual([
      ['<r>a</r>', 2],
      ['<r>b</r>', 2],
    ]);
  });

  it('is broken where a bad record has no end in sight', async () => {
    const events = await read(`<l><r>1 < 2${'x'.repeat(9_000_000)}</l>`);
    expect(kindsOf(events)).toEqual(['open', 'bad-unit syntax-error', 'broken record-too-large']);
  });

  it('is read to its end where something stands after it', async () => {
    expect(kindsOf(await read('<l><r/></l>\n<!-- a -->\nWarning: mysql <b>'))).toEqual([
      'open',
      'unit',
      'problem text-after-end',
    ]);
  });

  it('is given up when too many of its records are broken', async () => {
    const events = await read(`<l>${'<r>1 < 2</r>'.repeat(60)}<r/></l>`);
    expect(events.filter(({ kind }) => kind === 'bad-unit')).toHaveLength(50);
    expect(kindsOf(events).at(-1)).toBe('broken syntax-error');
  });

  it('loses a record of elements without end to its depth, and keeps the next', async () => {
    const events = await read(`<l><r>${'<a>'.repeat(100_000)}</r><r>x</r></l>`);
    expect(kindsOf(events)).toEqual(['open', 'bad-unit nested-too-deep', 'unit']);
    expect(kindsOf(await read('<a>'.repeat(100_000)))).toContain('broken nested-too-deep');
  });

  it('loses a record that is too large, and keeps the next', async () => {
    const events = await read(`<l><r><i>7</i>${'<a/>'.repeat(500_000)}</r><r>x</r></l>`);
    expect(events).toMatchObject([
      { kind: 'open' },
      { kind: 'bad-unit', code: 'record-too-large', element: { children: expect.any(Array) } },
      { kind: 'unit', element: { text: 'x' } },
    ]);
  });

  it('keeps ampersands in CDATA, wherever its pieces are cut', async () => {
    const filler = 'x'.repeat(64 * 1024 - 14);
    for (let shift = 0; shift < 14; shift += 1) {
      const events = await read(`<l><r>${filler}${'y'.repeat(shift)}<![CDATA[& ]]>& b</r></l>`);
      expect(events[1]).toMatchObject({ kind: 'unit', element: { text: expect.stringMatching(/y*& & b$/) } });
    }
  });
});
