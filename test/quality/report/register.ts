/** Registers for the rules of the report: small ones, whose every number a reader of the test can follow. */
import type { Gain } from '#schemas/assessment.ts';
import type { AssessedRegister, OwnerReportInput, WordedFinding } from '#schemas/owner-report-input.ts';

type FindingFields = Partial<WordedFinding> & Pick<WordedFinding, 'property'>;

export const finding = ({ property, ...more }: FindingFields): WordedFinding => {
  const fault = more.fault ?? 'missing';
  const set = more.set ?? 'healthdcat-ap-r8';
  const name = more.class ?? 'Dataset';
  return {
    code: `${set}.${fault}.${name}.${property}`,
    ...{ set, fault, property, class: name },
    severity: 'warning',
    path: property,
    text: { da: `Fejl i ${property}`, en: `Fault in ${property}` },
    ...more,
  };
};

export const gain = (property: string, more: Partial<Gain> = {}): Gain => ({
  property,
  effort: 'minutes',
  grade: 0.05,
  letter: 'C',
  mqa: 20,
  metrics: [],
  findings: [],
  ...more,
});

interface Fields {
  readonly id: string;
  readonly share?: number;
  readonly findings?: readonly WordedFinding[];
  readonly gains?: readonly Gain[];
  readonly mqa?: number;
}

/** Two points of 405 cannot apply to it: it has no download. */
export const register = ({ id, share = 0.5, findings = [], gains = [], mqa = 100 }: Fields): AssessedRegister => ({
  id,
  title: { da: `Register ${id}` },
  source: 'kilde',
  assessment: {
    dataset: id,
    assessedAt: '2026-11-25T00:00:00Z',
    measurements: [],
    profiles: [],
    scores: [
      {
        set: 'mqa',
        points: mqa,
        of: 405,
        ceiling: 385,
        share,
        dimensions: [{ dimension: 'accessibility', points: 0, of: 100 }],
        rating: 'bad',
        parts: [
          {
            metric: 'downloadUrlAvailability',
            dimension: 'accessibility',
            on: 0,
            standing: 'not-applicable',
            points: 0,
            of: 20,
          },
          {
            metric: 'accessUrlStatusCode',
            dimension: 'accessibility',
            on: 0,
            standing: 'unknown',
            points: 0,
            of: 50,
          },
        ],
      },
    ],
    findings: [...findings],
    grade: { letter: share >= 0.5 ? 'C' : 'D', share, parts: [{ set: 'mqa', weight: 15, share }] },
  },
  gains: [...gains],
  history: [{ day: '2026-11-01', share, letter: 'C', mqa, causes: [{ kind: 'created' }] }],
  lastConfirmed: '2026-06-01',
});

export const input = (
  registers: readonly AssessedRegister[],
  more: Partial<OwnerReportInput> = {},
): OwnerReportInput => ({
  owner: { id: 'ejer', name: { da: 'Ejeren' } },
  at: '2026-11-25T06:00:00.000Z',
  registers: [...registers],
  deadLinks: [],
  problems: [],
  leftOut: [],
  previous: null,
  ...more,
});
