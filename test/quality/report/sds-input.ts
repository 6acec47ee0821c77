/**
 * A report's input as it will come in: registers of Sundhedsdatastyrelsen by the facts of the bundled example, assessed and
 * with their gains, and the same registers a month before, when less was said of them.
 */
import { assess } from '#quality/assess.ts';
import { gains } from '#quality/gains/gains.ts';
import { ownerReport } from '#quality/report/owner-report.ts';
import { reportSummary } from '#quality/report/report-summary.ts';
import type { HistoryPoint, OwnerReport } from '#schemas/owner-report.ts';
import type { AssessedRegister, OwnerReportInput } from '#schemas/owner-report-input.ts';
import type { Dataset } from '#schemas/record.ts';
import type { Register } from '#sources/example/register.ts';
import { frequencies } from '#sources/example/register.ts';
import { nationalRegisters } from '#sources/example/registers-national.ts';
import { entryOf } from '../entry.ts';
import { worded } from './worded.ts';

const EU = 'http://publications.europa.eu/resource/authority/';
const NOW = '2026-11-25T06:00:00.000Z';
const BEFORE = '2026-10-25T06:00:00.000Z';

/** What the owner told of a register in the first month. */
const earlyRecord = ({ id, name, about, first, frequency, link, law }: Register): Dataset => ({
  identifier: [id],
  title: { da: name.da, en: name.en },
  description: { da: about.da },
  accessRights: `${EU}access-right/NON_PUBLIC`,
  publisher: { name: { da: 'Sundhedsdatastyrelsen' } },
  ...(first !== undefined && { temporal: [{ startDate: String(first) }] }),
  ...(frequency && { accrualPeriodicity: `${EU}frequency/${frequencies[frequency].code}` }),
  ...(link !== undefined && { landingPage: [link], distribution: [{ accessURL: [link] }] }),
  ...(law !== undefined && { hasLegalBasis: [{ description: { da: law } }] }),
});

/** What has come since: themes and English descriptions everywhere, keywords in some. */
const recordNow = (register: Register, index: number): Dataset => ({
  ...earlyRecord(register),
  description: { da: register.about.da, en: register.about.en },
  theme: [`${EU}data-theme/HEAL`],
  ...(index % 2 === 0 && { keyword: { da: ['register', 'sygehuse'], en: ['register'] } }),
  ...(index === 3 && { accrualPeriodicity: `${EU}frequency/HVERT_ÅR` }),
});

interface At {
  readonly now: string;
  readonly lastConfirmed: string | null;
}

function assessed(id: string, record: Dataset, { now, lastConfirmed }: At): AssessedRegister['assessment'] {
  const links = new Map([[record.landingPage?.[0] ?? '', 200]]);
  const assessment = assess(entryOf(record, { id }), { now, links, lastConfirmed });
  return { ...assessment, findings: assessment.findings.map(worded) };
}

const pointOf = (
  { grade, scores }: AssessedRegister['assessment'],
  day: string,
  causes: HistoryPoint['causes'],
): HistoryPoint => ({
  day,
  share: grade.share,
  letter: grade.letter,
  mqa: scores.find(({ set }) => set === 'mqa')?.points ?? 0,
  causes,
});

/** As many as the owner of a middling registry has. */
const registers = nationalRegisters.slice(0, 8);

const lastConfirmedOf = (index: number): string | null =>
  index === 0 ? '2026-06-01' : index === 1 ? '2025-03-14' : null;

function registerAt(register: Register, index: number, when: 'before' | 'now'): AssessedRegister {
  const id = `sds.${register.id}`;
  const lastConfirmed = lastConfirmedOf(index);
  const before = assessed(id, earlyRecord(register), { now: BEFORE, lastConfirmed });
  const now = assessed(id, recordNow(register, index), { now: NOW, lastConfirmed });
  const assessment = when === 'now' ? now : before;
  return {
    id,
    title: { da: register.name.da, en: register.name.en },
    source: 'sds',
    ...(register.link !== undefined && { landingPage: register.link }),
    assessment,
    gains: [...gains(assessment)],
    history: [
      pointOf(before, '2026-09-10', [{ kind: 'created' }]),
      ...(when === 'now'
        ? [
            pointOf(now, `2026-11-${String(10 + index)}`, [
              { kind: 'changed' as const, properties: ['theme', 'description'] },
            ]),
          ]
        : []),
    ],
    lastConfirmed,
  };
}

const owner = {
  id: 'sundhedsdatastyrelsen',
  name: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' },
  homepage: 'https://sundhedsdatastyrelsen.dk/',
};

const firstInput: OwnerReportInput = {
  owner,
  at: BEFORE,
  registers: registers.slice(0, 7).map((register, index) => registerAt(register, index, 'before')),
  deadLinks: [],
  problems: [],
  leftOut: [],
  previous: null,
};

/** The owner's first report: nothing to compare with. */
export const firstReport: OwnerReport = ownerReport(firstInput);

export const sdsInput: OwnerReportInput = {
  owner,
  at: NOW,
  registers: registers.map((register, index) => registerAt(register, index, 'now')),
  deadLinks: [
    {
      url: 'https://www.esundhed.dk/Dokumentation/DocumentationExtended?id=5',
      dataset: 'sds.minipas',
      path: 'landingPage[0]',
      since: '2026-11-02T04:10:00.000Z',
      kind: 'not-found',
      text: { da: 'Siden findes ikke.', en: 'There is no such page.' },
    },
  ],
  leftOut: [],
  problems: [
    {
      source: 'sds',
      code: 'no-identity',
      severity: 'error',
      record: 'https://sundhedsdatastyrelsen.dk/data-og-registre/nationale-sundhedsregistre/hjerneskade',
      place: {
        page: 'https://sundhedsdatastyrelsen.dk/data-og-registre/nationale-sundhedsregistre/hjerneskade',
        path: 'main h1',
      },
      message: 'The record has nothing to know it by.',
      standing: 'new',
    },
    {
      source: 'sds',
      code: 'unknown-value',
      severity: 'warning',
      record: 'sds.dar',
      property: 'accrualPeriodicity',
      place: { page: 'https://sundhedsdatastyrelsen.dk/register.ttl', line: 41, column: 27 },
      excerpt: 'dct:accrualPeriodicity freq:HVERT_ÅR',
      message: 'The value is not in the vocabulary frequency.',
      standing: 'still',
    },
    {
      source: 'sds',
      code: 'unknown-value',
      severity: 'warning',
      record: 'sds.lsr',
      message: 'The value is not in the vocabulary data-theme.',
      standing: 'fixed',
    },
  ],
  previous: reportSummary(firstReport),
};

export const sdsReport: OwnerReport = ownerReport(sdsInput);

/** Two registers of it, with every kind of section: enough where a whole report would only take longer. */
export const shortReport: OwnerReport = ownerReport({ ...sdsInput, registers: sdsInput.registers.slice(0, 2) });
