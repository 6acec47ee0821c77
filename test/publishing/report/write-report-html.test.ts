import axe from 'axe-core';
import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { foldedMends } from '#publishing/report/content/folded-mends.ts';
import { writeReportHtml } from '#publishing/report/write-report-html.ts';
import { ownerReport } from '#quality/report/owner-report.ts';
import { problemCodes } from '#schemas/problem-codes.ts';
import { describeInBrowser } from '#test/browser.ts';
import { launchBrowser } from '#test/chromium.ts';
import { finding, gain, input, register } from '#test/quality/report/register.ts';
import { firstReport, sdsReport, shortReport } from '#test/quality/report/sds-input.ts';
import { ATTACK, awkwardReport } from './awkward-report.ts';

const languages = ['da', 'en'] as const;

const read = (...of: Parameters<typeof writeReportHtml>): CheerioAPI => load(writeReportHtml(...of));

const textOf = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((element) => $(element).text().trim().replaceAll(/\s+/g, ' '));

describe('the report as HTML', () => {
  it.each(languages)('says its language and title, in %s', (language) => {
    const $ = read(sdsReport, language);
    const title = {
      da: 'Kvalitetsrapport for Sundhedsdatastyrelsen',
      en: 'Quality report for Danish Health Data Authority',
    };
    expect($('html').attr('lang')).toBe(language);
    expect([$('title').text(), ...textOf($, 'h1')]).toEqual([title[language], title[language]]);
  });

  it.each([
    [
      'da',
      '1.234 døde adresser til fra kilden »sds«, som ikke står her. Hele listen: /v1/links?status=dead&source=sds',
      '20.000 problemer til fra kilden »sds«, som ikke er regnet med her. Hele listen, så langt den er gemt: /v1/runs/r/problems.csv',
    ],
    [
      'en',
      '1,234 more dead addresses from the source “sds” do not stand here. The whole list: /v1/links?status=dead&source=sds',
      '20,000 more problems from the source “sds” are not counted here. The whole list, as far as it is kept: /v1/runs/r/problems.csv',
    ],
  ] as const)('says what it leaves out and where that stands, in %s', (language, links, problems) => {
    const $ = read(
      {
        ...sdsReport,
        leftOut: [
          { what: 'dead-links', source: 'sds', count: 1234, rest: '/v1/links?status=dead&source=sds' },
          { what: 'problems', source: 'sds', count: 20_000, rest: '/v1/runs/r/problems.csv' },
        ],
      },
      language,
    );
    expect(textOf($, '#dead-links').join()).toContain(links);
    expect(textOf($, '#problems').join()).toContain(problems);
    expect(textOf($, '#overview').join()).toMatch(language === 'da' ? /12\d\d links er døde/ : /12\d\d links are dead/);
  });

  it('tells what to do first before anything else, with the gain, what stands there now, and an example', () => {
    const $ = read(sdsReport, 'da');
    expect(textOf($, 'main > section > h2').slice(0, 2)).toEqual(['Overblik', 'Gør dette først']);
    expect($('ol.actions > li')).toHaveLength(5);
    const contact = $('ol.actions > li').filter((_, item) => $(item).text().includes('kontaktpunkt'));
    expect(contact.find('h3').text()).toMatch(/^\d\. Tilføj »kontaktpunkt« i 8 registre$/);
    expect(contact.text()).toMatch(/Gevinst\+3,9 point · \+20 MQA-point/);
    expect(contact.text()).toContain('kontakt@sundhedsdata.dk');
    expect(contact.text()).toContain('Står numangler');
  });

  /** The table of what a register alone has to mend. */
  const mendsTable = ($: CheerioAPI, id: string) =>
    $(`[id="register-${id}"] table`).filter((_, table) => /rettelse|to mend/.test($(table).find('caption').text()));

  it('has a page for each register, with every mend, and one row for the same fault at many places', () => {
    const $ = read(sdsReport, 'da');
    const explainedOnce = textOf($, '#shared-mends tbody th code');
    for (const { id, mends } of sdsReport.registers) {
      const own = mendsTable($, id)
        .find('tbody th code')
        .toArray()
        .map((code) => $(code).text());
      for (const { mend, paths } of foldedMends(mends)) {
        if (paths.every((path) => own.includes(path))) continue;
        expect(mend.fault).toBe('missing');
        expect(explainedOnce).toEqual(expect.arrayContaining([...paths]));
        expect($(`[id="register-${id}"] li`).text()).toContain(mend.place.da);
      }
    }
  });

  it('explains once what at least three registers lack alike, and names it with its gain on the page of each', () => {
    const lacking = (id: string) =>
      register({ id, findings: [finding({ property: 'contactPoint' })], gains: [gain('Dataset.contactPoint')] });
    const three = ['a', 'b', 'c'].map(lacking);
    const $ = read(ownerReport(input(three)), 'en');
    expect(textOf($, '#shared-mends tbody th code')).toEqual(['contactPoint']);
    expect(textOf($, '#shared-mends tbody td').at(-1)).toBe('3');
    for (const { id } of three) {
      expect(mendsTable($, id)).toHaveLength(0);
      expect(textOf($, `[id="register-${id}"] li`)).toContain('+5 points · +20 MQA points (minutes): contact point.');
    }

    const two = read(ownerReport(input(three.slice(1))), 'en');
    expect(two('#shared-mends')).toHaveLength(0);
    expect(mendsTable(two, 'b').find('th code').text()).toBe('contactPoint');
  });

  it('says each thing once in a row: a missing value in no sentence as well, and an asker beside the others of its kind', () => {
    const $ = read(sdsReport, 'da');
    const rows = $('[id^="register-"] table:first-of-type tbody tr').toArray();
    const own = rows.filter((row) => $(row).find('td').first().text().trim() === 'mangler');
    const missing = [...own, ...$('#shared-mends tbody tr').toArray()];

    expect(own.length).toBeGreaterThan(0);
    expect(missing.length).toBeGreaterThan(0);
    for (const row of missing) {
      expect($(row).text()).not.toContain('Der mangler en værdi');
      expect(
        $(row)
          .text()
          .match(/\((?:obligatorisk|anbefalet)\)/g)?.length ?? 0,
      ).toBeLessThanOrEqual(2);
    }
  });

  it('says of a register without download what cannot apply, in our grade and in MQA', () => {
    const page = read(sdsReport, 'da')('[id="register-sds.mfr"]').text();
    expect(page).toContain('højst nå 355 af 405 MQA-point');
    expect(page).toContain('I vores karakter tæller det ikke med; i MQA tæller det som ikke opfyldt');
    expect(page).toContain('Downloadadressen svarer (30 point)');
  });

  it('tells what came of the last report, and in a first one that there is nothing to compare with', () => {
    expect(read(sdsReport, 'en')('#changes').text()).toMatch(/\d+ fixed · \d+ new · \d+ still open/);
    expect(read(firstReport, 'en')('#changes')).toHaveLength(0);
    expect(read(firstReport, 'en')('#overview').text()).toContain('first report');
  });

  it('leads from a problem of harvesting to the line or the selector', () => {
    const problems = read(sdsReport, 'da')('#problems').text();
    expect(problems).toContain('linje 41, tegn 27');
    expect(problems).toContain('main h1');
    expect(problems).toContain(problemCodes['no-identity'].da);
  });

  it('says in the reader’s language what is wrong, and what is particular to one place below it, marked as English', () => {
    const { en, da } = problemCodes['no-identity'];
    const problem = {
      source: 's',
      code: 'no-identity',
      severity: 'error',
      place: { page: 'https://ejer.example/' },
    } as const;
    const report = ownerReport(
      input([], {
        problems: [
          { ...problem, record: 'a', message: `${en} (row 7)` },
          { ...problem, record: 'b', message: en },
          { ...problem, record: 'c', message: 'Something else entirely.' },
        ],
      }),
    );
    const cells = (language: (typeof languages)[number]) => {
      const $ = read(report, language);
      return textOf($, '#problem-no-identity tbody td:nth-of-type(1)');
    };
    // Lines of their own: nothing stands between their texts.
    expect(cells('da')).toEqual([`${da}(row 7)`, da, `${da}Something else entirely.`]);
    expect(cells('en')).toEqual([`${en}(row 7)`, en, `${en}Something else entirely.`]);
    expect(read(report, 'da')('#problem-no-identity tbody [lang=en]')).toHaveLength(2);
  });

  it.each(languages)(
    'has its headings in order, a heading for each column, and no link that leads nowhere, in %s',
    (language) => {
      const $ = read(sdsReport, language);
      const levels = $('h1, h2, h3, h4')
        .toArray()
        .map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      expect($('table:not(:has(thead th[scope=col])), tbody tr:not(:has(th[scope=row]))')).toHaveLength(0);
      const anchors = $('a[href^="#"]')
        .toArray()
        .map((link) => decodeURIComponent($(link).attr('href') ?? '').slice(1));
      expect(anchors.filter((anchor) => $(`[id="${anchor}"]`).length !== 1)).toEqual([]);
    },
  );

  it('says so where an owner has no register, and has nothing else to say', () => {
    const $ = read(ownerReport(input([])), 'da');
    expect(textOf($, 'h2')).toEqual(['Overblik', 'Gør dette først']);
    expect($('main').text()).toContain('Der er ingen levende registre fra jer i kataloget.');
    expect($('.action')).toHaveLength(0);
  });

  it('escapes what others wrote, makes no link of what is no web address, and lets nothing run', () => {
    const $ = read(awkwardReport, 'da');
    expect($('img, script, [onerror], [onload], [style]')).toHaveLength(0);
    expect($('a[href^="javascript"]')).toHaveLength(0);
    expect($('title').text()).toContain('<img src=x onerror="alert(1)"> & \' \ufffd  漢字');
    expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(ATTACK).toContain('\u0007');
    expect($.html()).not.toContain('\u0007');
  });

  it('tells the language of a title that is in another one, where it is a language', () => {
    const $ = read(awkwardReport, 'da');
    expect(
      $('h3 span[lang]')
        .toArray()
        .map((span) => $(span).attr('lang')),
    ).toEqual(['en']);
    expect($('h3').text()).toContain('Kun et skævt sprog');
  });

  it('cuts long values, and tells days as days', () => {
    const page = read(awkwardReport, 'da')('main').text();
    expect(page).toContain(`${'æ'.repeat(300)} …`);
    expect(page).not.toContain('æ'.repeat(301));
    expect(page).toContain('400 dage over tiden');
  });
});

describeInBrowser('the report in a browser', () => {
  it.each([
    ['da', 'light', 1100],
    ['en', 'dark', 1100],
    ['da', 'dark', 320],
    ['en', 'light', 320],
  ] as const)(
    'breaks no rule of WCAG that axe knows and needs no sideways scrolling: %s, %s, %d px',
    async (language, colorScheme, width) => {
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        await page.setContent(writeReportHtml(shortReport, language));
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))",
        );
        expect(violations).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      } finally {
        await browser.close();
      }
    },
  );
});
