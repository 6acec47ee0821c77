import { describe, expect, it } from 'vitest';
import { ownerReport } from '#quality/report/owner-report.ts';
import { reportSummary } from '#quality/report/report-summary.ts';
import { OwnerReport } from '#schemas/owner-report.ts';
import { OwnerReportInput } from '#schemas/owner-report-input.ts';
import { finding, gain, input, register } from './register.ts';
import { sdsInput, sdsReport } from './sds-input.ts';

const actionsOf = (report: OwnerReport) => report.actions.map(({ property, fault }) => `${property} ${fault}`);

describe('an owner’s report', () => {
  it('holds to its schema, as its input does', () => {
    expect(OwnerReportInput.parse(sdsInput)).toEqual(sdsInput);
    expect(OwnerReport.parse(sdsReport)).toEqual(sdsReport);
  });

  it('has every finding of every register, whoever asks for it', () => {
    const found = sdsInput.registers.flatMap(({ id, assessment }) =>
      assessment.findings.map(({ code, path, value }) => [id, code, path, value]),
    );
    const told = sdsReport.registers.flatMap(({ id, mends }) =>
      mends.flatMap(({ askedBy, path, value }) => askedBy.map(({ code }) => [id, code, path, value])),
    );
    expect(found.length).toBeGreaterThan(300);
    expect(told.map(String).sort()).toEqual(found.map(String).sort());
  });

  it('has every gain of every register, also one that no finding stands for', () => {
    for (const { id, gains } of sdsInput.registers) {
      const mends = sdsReport.registers.find((one) => one.id === id)?.mends ?? [];
      const told = new Set(mends.map((mend) => mend.gain?.property));
      expect(gains.filter(({ property }) => !told.has(property))).toEqual([]);
    }
  });

  it('is the same for the same input, whatever the order of the registers', () => {
    expect(ownerReport({ ...sdsInput, registers: sdsInput.registers.toReversed() }).registers).toEqual(
      sdsReport.registers,
    );
  });

  it('takes the same fault that several profiles ask for as one mend, and tells the mandatory one’s words', () => {
    const report = ownerReport(
      input([
        register({
          id: 'a',
          findings: [
            finding({ property: 'keyword', set: 'dcat-ap-3' }),
            finding({
              property: 'keyword',
              severity: 'violation',
              text: { da: 'skal', en: 'must' },
              example: { da: 'hjerte', en: 'heart' },
            }),
          ],
        }),
      ]),
    );
    expect(report.registers[0]?.mends).toMatchObject([
      {
        property: 'Dataset.keyword',
        severity: 'violation',
        text: { en: 'must' },
        example: { da: 'hjerte' },
        askedBy: [{ set: 'dcat-ap-3' }, { set: 'healthdcat-ap-r8' }],
      },
    ]);
  });

  it('names a place in the words of the property table, counted from one', () => {
    const report = ownerReport(
      input([
        register({
          id: 'a',
          findings: [
            finding({ class: 'Distribution', property: 'license', path: 'distribution[1].license' }),
            finding({ property: 'title', path: 'title.en' }),
            finding({ property: 'nogetAndet', path: 'nogetAndet.da' }),
          ],
        }),
      ]),
    );
    expect(report.registers[0]?.mends.map(({ place }) => place.da)).toEqual([
      'distribution 2 › licens',
      'nogetAndet › dansk',
      'titel › engelsk',
    ]);
  });

  it('says of a register without download what cannot apply, what that costs in MQA, and how far it can come', () => {
    const [page] = ownerReport(input([register({ id: 'a' })])).registers;
    expect(page?.notApplicable).toMatchObject([{ metric: 'downloadUrlAvailability', of: 20 }]);
    expect(page?.notApplicable[0]?.label.da).not.toBe('downloadUrlAvailability');
    expect(page?.mqa).toMatchObject({ points: 100, of: 405, ceiling: 385 });
    expect(page?.unknown).toMatchObject([{ metric: 'accessUrlStatusCode', sets: ['mqa'] }]);
  });

  it('has neither grade nor actions nor summary for an owner without registers', () => {
    const report = ownerReport(input([]));
    expect(report).toMatchObject({ standing: null, actions: [], registers: [], changes: null });
    expect(reportSummary(report)).toBeNull();
  });

  it('gives the means over the registers, and puts the worst register first', () => {
    const report = ownerReport(input([register({ id: 'a', share: 0.9, mqa: 300 }), register({ id: 'b', share: 0.4 })]));
    expect(report.standing).toMatchObject({ share: 0.65, letter: 'C', mqa: 200, ceiling: 385 });
    expect(report.registers.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(report.letters.map(({ letter, registers }) => `${letter}${registers}`).join(' ')).toBe('A0 B0 C1 D1 E0');
  });

  it('asks for confirmation on the day after twelve months, never confirmed first', () => {
    const confirmed = (id: string, lastConfirmed: string | null) => ({ ...register({ id }), lastConfirmed });
    const registers = [
      confirmed('to-the-day', '2025-11-25'),
      confirmed('a-day-more', '2025-11-24T23:59:00Z'),
      confirmed('never', null),
    ];
    expect(ownerReport(input(registers)).unconfirmed.map(({ id }) => id)).toEqual(['never', 'a-day-more']);
  });
});

describe('the first things to do', () => {
  it('are ordered by what they gain for the effort, not by the gain alone', () => {
    const report = ownerReport(
      input([
        register({
          id: 'a',
          findings: [
            finding({ property: 'hasVariables' }),
            finding({ property: 'keyword' }),
            finding({ property: 'theme' }),
          ],
          gains: [
            gain('Dataset.hasVariables', { effort: 'days', grade: 0.3, mqa: 0 }),
            gain('Dataset.keyword', { grade: 0.02, mqa: 0 }),
            gain('Dataset.theme', { grade: 0.04, mqa: 0 }),
          ],
        }),
      ]),
    );
    expect(actionsOf(report)).toEqual([
      'Dataset.theme missing',
      'Dataset.keyword missing',
      'Dataset.hasVariables missing',
    ]);
  });

  it('count points of MQA as a share of what MQA has to give', () => {
    const report = ownerReport(
      input([
        register({
          id: 'a',
          gains: [gain('Dataset.keyword', { grade: 0.05, mqa: 0 }), gain('Dataset.theme', { grade: 0, mqa: 30 })],
        }),
      ]),
    );
    expect(actionsOf(report)).toEqual(['Dataset.theme unmet', 'Dataset.keyword unmet']);
  });

  it('are one action for all registers that want the same mend, with the mean gain and the letter after it', () => {
    const contact = { findings: [finding({ property: 'contactPoint' })], gains: [gain('Dataset.contactPoint')] };
    const report = ownerReport(
      input([register({ id: 'a', share: 0.46, ...contact }), register({ id: 'b', share: 0.48, ...contact })]),
    );
    expect(report.actions).toHaveLength(1);
    expect(report.actions[0]).toMatchObject({
      property: 'Dataset.contactPoint',
      effort: 'minutes',
      after: { letter: 'C' },
    });
    expect(report.actions[0]?.gain.grade).toBeCloseTo(0.05);
    expect(report.actions[0]?.gain.mqa).toBeCloseTo(20);
    expect(report.actions[0]?.after.share).toBeCloseTo(0.52);
    expect(report.actions[0]?.registers.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('put the same mend in two registers before one that gains as much in one, for the second costs only half', () => {
    const twice = { gains: [gain('Dataset.keyword')] };
    const report = ownerReport(
      input([
        register({ id: 'a', gains: [...twice.gains, gain('Dataset.theme')] }),
        register({ id: 'b', gains: twice.gains }),
      ]),
    );
    expect(actionsOf(report)).toEqual(['Dataset.keyword unmet', 'Dataset.theme unmet']);
  });

  it('keep apart what is missing and what is wrong', () => {
    const wrong = finding({ property: 'theme', fault: 'vocabulary', value: 'sundhed' });
    const report = ownerReport(
      input([
        register({ id: 'a', findings: [finding({ property: 'theme' })], gains: [gain('Dataset.theme')] }),
        register({ id: 'b', findings: [wrong], gains: [gain('Dataset.theme')] }),
      ]),
    );
    expect(actionsOf(report).sort()).toEqual(['Dataset.theme missing', 'Dataset.theme vocabulary']);
  });

  it('have every place of the property in the register, with the value that stands there now', () => {
    const licence = (index: number, value: string) =>
      finding({
        ...{ class: 'Distribution', property: 'license', fault: 'vocabulary', value },
        path: `distribution[${index}].license`,
      });
    const report = ownerReport(
      input([
        register({
          id: 'a',
          findings: [licence(0, 'fri'), licence(1, 'åben')],
          gains: [gain('Distribution.license')],
        }),
      ]),
    );
    expect(report.actions[0]?.registers[0]?.places).toMatchObject([
      { path: 'distribution[0].license', value: 'fri' },
      { path: 'distribution[1].license', value: 'åben' },
    ]);
  });

  it('are at most five; the others are counted, and stand with their registers', () => {
    const keys = ['keyword', 'theme', 'spatial', 'temporal', 'publisher', 'contactPoint', 'issued'];
    const report = ownerReport(input([register({ id: 'a', gains: keys.map((key) => gain(`Dataset.${key}`)) })]));
    expect(report.actions).toHaveLength(5);
    expect(report.furtherActions).toBe(2);
    expect(report.registers[0]?.mends).toHaveLength(7);
  });

  it('ask to confirm a description as an act, and leave out what gains nothing', () => {
    const report = ownerReport(
      input([register({ id: 'a', findings: [finding({ property: 'sample' })], gains: [gain('confirmation')] })]),
    );
    expect(actionsOf(report)).toEqual(['confirmation unconfirmed']);
  });
});
