import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldedMends } from '#publishing/report/content/folded-mends.ts';
import { writeReportPdf } from '#publishing/report/write-report-pdf.ts';
import { ownerReport } from '#quality/report/owner-report.ts';
import { input } from '#test/quality/report/register.ts';
import { sdsReport, shortReport } from '#test/quality/report/sds-input.ts';
import { awkwardReport } from './awkward-report.ts';

const hasPoppler = ['pdftotext', 'pdfinfo', 'pdffonts'].every((tool) => spawnSync(tool, ['-v']).error === undefined);

/** What one of poppler's tools says of a document; a complaint of the tool is a failure. */
function poppler(tool: string, pdf: Buffer, options: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    const { stdout, stderr, status } = spawnSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The whole report, made once. */
const danish = writeReportPdf(sdsReport, 'da');

describe('the report as PDF', () => {
  it('is made in memory, and is the same for the same report', async () => {
    const [one, other] = await Promise.all([writeReportPdf(shortReport, 'da'), writeReportPdf(shortReport, 'da')]);
    expect(one.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(one.equals(other)).toBe(true);
  });

  it('says its language, that it is tagged, and that it means to be accessible', async () => {
    const raw = { da: await writeReportPdf(shortReport, 'da'), en: await writeReportPdf(shortReport, 'en') };
    const catalogue = (language: keyof typeof raw) => raw[language].toString('latin1');
    expect(catalogue('da')).toContain('/Lang (da-DK)');
    expect(catalogue('en')).toContain('/Lang (en-GB)');
    expect(catalogue('da')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(catalogue('da')).toContain('/DisplayDocTitle true');
  });
});

describe.skipIf(!hasPoppler)(
  'the report as PDF, read by poppler (skipped where poppler-utils are not installed)',
  () => {
    it('tells in Danish letters on the first page what to do first', async () => {
      const pdf = await danish;
      const first = flat(poppler('pdftotext', pdf, ['-l', '1']));
      expect(first).toContain('Kvalitetsrapport for Sundhedsdatastyrelsen');
      expect(first).toContain('Gør dette først');
      expect(first).toContain('3. Tilføj »kontaktpunkt« i 8 registre');
      expect(first).toContain('5. Bekræft beskrivelsen i 7 registre');
      expect(first).toContain('Dødsårsagsregisteret');
      expect(first).toMatch(/\+3,9 point · \+20 MQA-point/);
    });

    it('writes quotes and dashes right in English', async () => {
      const text = flat(poppler('pdftotext', await writeReportPdf(shortReport, 'en')));
      expect(text).toContain('Add “contact point” in 2 registers');
      expect(text).toContain('Danish National Patient Register');
      expect(text).toContain('The owner’s page');
    });

    it('has every place of every register, a header and a number on each page', async () => {
      const pdf = await danish;
      const pages = poppler('pdftotext', pdf, ['-layout']).split('\f').slice(0, -1);
      // A long path is broken where the column ends.
      const text = poppler('pdftotext', pdf).replace(/\s+/g, '');
      const places = sdsReport.registers.flatMap(({ mends }) => foldedMends(mends).flatMap(({ paths }) => paths));
      const missing = places.filter((path) => !text.includes(path));
      expect(missing).toEqual([]);
      pages.forEach((page, index) => {
        expect(page).toContain('Datalandkort, 25. november 2026');
        expect(page).toContain(`Side ${index + 1} af ${pages.length}`);
      });
      expect(pages.length).toBeGreaterThan(sdsReport.registers.length);
    });

    it('is tagged with headings, tables and figures that have a text, and has its title', async () => {
      const pdf = await danish;
      const info = poppler('pdfinfo', pdf);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Title: +Kvalitetsrapport for Sundhedsdatastyrelsen/);
      const tree = poppler('pdfinfo', pdf, ['-struct']);
      for (const tag of ['H1', 'H2', 'H3', 'H4', 'Table', 'THead', 'TH', 'TD', 'Figure', 'LBody', 'Link']) {
        expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
      }
    });

    it('embeds its fonts, with a way back from every letter to its text', async () => {
      const rows = poppler('pdffonts', await writeReportPdf(shortReport, 'da'))
        .trim()
        .split('\n')
        .slice(2);
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(row).toMatch(/IBMPlexSans.* yes yes yes /);
    });

    it('is a page where an owner has no register', async () => {
      const info = poppler('pdfinfo', await writeReportPdf(ownerReport(input([])), 'en'));
      expect(info).toMatch(/Pages: +1\n/);
    });

    it('writes what others wrote as text, with a mark for letters that its font lacks', async () => {
      const text = flat(poppler('pdftotext', await writeReportPdf(awkwardReport, 'da')));
      expect(text).toContain('<img src=x onerror="alert(1)"> & \' \ufffd');
      expect(text).not.toContain('漢');
      expect(text).toContain('400 dage over tiden');
    });
  },
);
