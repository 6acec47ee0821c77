import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from '#publishing/search/highlight.ts';
import { termsOf } from '#publishing/search/query.ts';

const mark = (text: string, query: string) => marked(text, termsOf(query));

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a mark', () => {
  it('stands around the whole word in which a term was found, however it is spelt there', () => {
    expect(mark('Lægemidler og øl', 'laegemidler')).toBe('<mark>Lægemidler</mark> og øl');
    expect(mark('Nye tilfælde af lungekræft', 'kræft')).toBe('Nye tilfælde af <mark>lungekræft</mark>');
  });

  it('is not set where nothing was found', () => expect(mark('Et register', 'kræft')).toBeUndefined());

  it('is the only markup in the answer: what an owner wrote is escaped', () => {
    const html = mark('<img src=x onerror="alert(1)"> cancer & <mark>falsk</mark>', 'cancer');
    expect(html).toBe(
      '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; <mark>cancer</mark> &amp; &lt;mark&gt;falsk&lt;/mark&gt;',
    );
  });

  it('is shown with what stands around it when the text is long', () => {
    const long = `${'ord '.repeat(100)}cancer ${'mere '.repeat(100)}`;
    const html = mark(long, 'cancer') ?? '';
    expect(html).toMatch(/^… .*<mark>cancer<\/mark>.* …$/);
    expect(html.length).toBeLessThan(300);
  });

  it('leaves no other markup in any text, and shows nothing that is not in it', () => {
    const texts = fc.array(fc.constantFrom('cancer', '<b>', '&amp;', '"', "'", ' ', 'æøå', '</mark>', 'ord'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        const html = mark(text, 'cancer');
        if (html === undefined) return;
        const plain = html
          .replace(/<\/?mark>/g, '')
          .replace(/^… /, '')
          .replace(/ …$/, '');
        expect(plain).not.toMatch(/[<>"']/);
        expect(text).toContain(unescaped(plain));
      }),
    );
  });
});
