import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, readPage } from './read-html.ts';

const settings = fc.constantFrom<Record<string, unknown>>(
  { profile: 'label-value' },
  { profile: 'prose-headings', links: { pattern: '.' }, next: { text: 'næste' } },
  { profile: 'variable-tables' },
  { profile: 'file-list' },
  {
    record: { sections: 'h2' },
    read: ['pairs', 'headings', 'columns'],
    pairs: [{ each: 'div', label: 'b', value: 'i' }],
  },
  { record: { each: 'p' }, fields: [{ property: 'title', selector: 'p', from: 'page', pattern: '(.)' }] },
);

const tags = fc.constantFrom(
  ...'p div dl dt dd table tr th td h1 h2 h3 strong b br a li ul time span caption base input'.split(' '),
);
const words = fc.constantFrom(
  'Periode:',
  '1977-',
  'Navn',
  'ca. 12 mio.',
  '__proto__',
  ': ',
  'æøå',
  '&amp;',
  '&#0;',
  '<',
  '\ud800',
  'x',
);
const attributes = fc.constantFrom(
  '',
  ' href="http://["',
  ' href="mailto:%"',
  ' lang=""',
  ' datetime="x"',
  ' data-cfemail="zz"',
  ' type="password"',
  ' id="constructor"',
);
const soup = fc
  .array(
    fc.oneof(
      words,
      fc.tuple(tags, attributes).map(([tag, extra]) => `<${tag}${extra}>`),
      tags.map((tag) => `</${tag}>`),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => `<h1>R</h1>${parts.join('')}`);

const context = fc.constantFrom('register', 'list', undefined, { strange: true });

const expectReadings = async (
  body: Uint8Array | string,
  profile: Record<string, unknown>,
  asked: unknown,
): Promise<void> => {
  const readings = await readPage(body, profile, { context: asked });
  expect(readings.length).toBeGreaterThan(0);
  for (const reading of readings) expect(() => JSON.stringify(reading)).not.toThrow();
};

describe('any page', () => {
  it('gives a reading, whatever its bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), settings, context, expectReadings), {
      numRuns: 200,
    });
  });

  it('gives a reading, whatever soup its tags are', async () => {
    await fc.assert(fc.asyncProperty(soup, settings, context, expectReadings), { numRuns: 600 });
  });

  it('gives a reading, wherever it was cut or changed', async () => {
    const whole = fixture('register-with-variables');
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(whole);
      bytes[at] = byte;
      return byte % 2 === 0 ? bytes : bytes.subarray(0, at);
    });
    await fc.assert(fc.asyncProperty(cut, settings, context, expectReadings), { numRuns: 200 });
  });

  it('is read in time that grows with its length, also when it is built to take long', async () => {
    const size = 200_000;
    const unit = [
      '<b>x</b>',
      '<p>Periode: ',
      '<h2>x',
      '<table><tr><th>a<th>b<tr><td>x<td>y</table>',
      '<a href=x>y',
      '<',
      '<div',
      'Navn: ',
    ];
    for (const piece of unit) {
      const body = `<h1>R</h1>${piece.repeat(Math.ceil(size / piece.length))}`;
      const started = performance.now();
      await readPage(body, { profile: 'variable-tables' }, { context: 'register' });
      // Seconds where a square of the length would take minutes; generous, because two cores are shared.
      expect(performance.now() - started, piece).toBeLessThan(10_000);
    }
  });
});
