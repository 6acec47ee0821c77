/** What `npm audit --json` said, as a sentence and whether it is a failure. */
import * as z from 'zod';

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string(), range: z.string() })),
});

const Trouble = z.looseObject({ message: z.string() });

/** Lower ones are mostly about texts that nobody from outside can bring in; they are looked at when packages are brought up to date. */
const COUNTED: ReadonlySet<string> = new Set(['high', 'critical']);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever npm said instead is no report.
    return undefined;
  }
};

export interface AuditVerdict {
  readonly lines: readonly string[];
  readonly fails: boolean;
}

/**
 * No report is no failure, and is said: nobody's change should wait for somebody's network.
 * @param why what kept npm from being run, if anything did.
 */
export function auditVerdict(told: string, why = 'it gave no report'): AuditVerdict {
  const answer = parsed(told);
  const report = Report.safeParse(answer).data;
  if (!report) {
    const message = Trouble.safeParse(answer).data?.message ?? why;
    return { lines: [`Packages were NOT audited: the registry cannot be asked (${message}).`], fails: false };
  }
  const found = Object.entries(report.vulnerabilities).filter(([, { severity }]) => COUNTED.has(severity));
  return {
    lines: [
      ...found.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`),
      `Packages that are deployed were audited: ${found.length} with known faults of high severity or above.`,
    ],
    fails: found.length > 0,
  };
}
