/** A report on an owner who writes what would break a careless writer. */
import { ownerReport } from '#quality/report/owner-report.ts';
import type { OwnerReport } from '#schemas/owner-report.ts';
import { finding, gain, input, register } from '#test/quality/report/register.ts';

/** Markup, quotes, half a surrogate pair, a control, letters that the font lacks, and a formula. */
export const ATTACK = '<img src=x onerror="alert(1)"> & \' \ud800 \u0007 漢字';
export const FORMULA = '=HYPERLINK("http://example.dk";"klik")';
export const LONG = `${'æ'.repeat(2000)} slut`;

const awkward = register({
  id: 'kilde.skæv/id "x"',
  share: 0.4,
  findings: [
    finding({
      property: 'title',
      fault: 'value',
      value: ATTACK,
      example: { da: ATTACK, en: ATTACK },
      text: { da: ATTACK, en: ATTACK },
    }),
    finding({ property: 'keyword', fault: 'value', value: FORMULA }),
    finding({ property: 'description', fault: 'too-short', value: LONG }),
    finding({ property: 'modified', fault: 'overdue', value: 'P400D' }),
  ],
  gains: [gain('Dataset.title'), gain('Dataset.keyword', { grade: 0.0449 })],
});

export const awkwardReport: OwnerReport = ownerReport(
  input(
    [
      { ...awkward, title: { en: ATTACK, de: 'Titel' }, landingPage: 'javascript:alert(1)' },
      { ...register({ id: 'b' }), title: { 'x" onload="y': 'Kun et skævt sprog' } },
    ],
    {
      owner: { id: 'ejer', name: { da: `Ejeren ${ATTACK}` } },
      deadLinks: [
        {
          url: 'javascript:alert(2)',
          dataset: 'ukendt',
          since: '2026-11-01T00:00:00Z',
          kind: 'timeout',
          text: { da: 'Svarer ikke.', en: 'No answer.' },
        },
      ],
      problems: [
        { source: 's', code: 'syntax-error', severity: 'error', message: ATTACK, excerpt: ATTACK, record: ATTACK },
      ],
    },
  ),
);
