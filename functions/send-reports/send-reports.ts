/**
 * Writes to owners: each by its own rhythm, and only when there is something to tell or the owner wants a letter all the same.
 * A letter that left and was not written down leaves once more: better twice than never.
 */
import { createHash } from 'node:crypto';
import { canonicalAddress } from '#catalogue/erased-contacts.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import type { Mailer } from '#functions/shared/mailer.ts';
import { ownerToken } from '#functions/shared/owner-link.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import type { Frequency, Letter } from '#schemas/letter.ts';
import type { OwnerReport } from '#schemas/owner-report.ts';
import type { Source } from '#schemas/source.ts';
import type { Built } from './build-report.ts';
import { letterOf } from './letter-text.ts';

interface ReportBuilder {
  build(owner: string): Promise<Built>;
  /** Remembers it as given out: the next one tells what changed since. */
  keep(report: OwnerReport): Promise<void>;
}

export interface SendReportsPorts {
  readonly sources: Pick<SourceStore, 'list'>;
  readonly erased: Pick<ErasedContacts, 'known'>;
  readonly letters: Pick<LetterStore, 'get' | 'change'>;
  readonly reports: ReportBuilder;
  readonly mailer: Mailer;
  readonly pdf: (report: OwnerReport, language: 'da' | 'en') => Promise<Buffer>;
  readonly clock: Clock;
  readonly secret: string;
  /** The public address of the catalogue, without a slash at its end. */
  readonly publicUrl: string;
  readonly outOfTime: () => boolean;
}

/** What became of an owner's letter. */
export type Sent = {
  readonly owner: string;
  readonly outcome: 'sent' | 'no-address' | 'off' | 'stopped' | 'not-due' | 'not-assessed' | 'too-many' | 'nothing-new';
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** A month is four weeks and a bit: letters come on about the same day of it, and never twice in one. */
const RHYTHM_MS: Readonly<Record<Exclude<Frequency, 'off'>, number>> = { weekly: 7 * DAY_MS, monthly: 30 * DAY_MS };

/** Each owner's addresses, of the sources that are harvested. */
function addressees(sources: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { owner, enabled } of sources) {
    const had = found.get(owner.id) ?? [];
    const { email } = owner;
    const isNew = enabled && email !== undefined && !had.includes(email);
    found.set(owner.id, isNew ? [...had, email] : had);
  }
  return found;
}

/** What a report tells, without its date: two that tell the same are one. */
function digestOf({ registers, deadLinks, problems }: OwnerReport): string {
  const mends = registers.map(({ id, grade, mends: all }) => [
    id,
    grade.letter,
    all.map(({ property, fault, path }) => [property, fault, path]),
  ]);
  const told = [mends, deadLinks.map(({ url }) => url), problems.map(({ code, count }) => [code, count])];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

/** A report that told nothing new is not made again at each look: that reads all of an owner's registers. */
const SILENCE_MS = DAY_MS;

const isPast = (instant: string | null, span: number, now: number): boolean =>
  instant === null || now - Date.parse(instant) >= span;

const isDue = ({ frequency, sentAt, silentAt }: Letter, now: number): boolean =>
  frequency !== 'off' && isPast(sentAt, RHYTHM_MS[frequency], now) && isPast(silentAt, SILENCE_MS, now);

/** Mailboxes refuse mails of more than some 10 MB, and an attachment grows by a third on its way. */
const ATTACHED_BYTES = 6_000_000;

/** The report in Danish and in English, as much of it as a mail may hold; what is left out is led to. */
async function pdfsOf({ pdf }: SendReportsPorts, report: OwnerReport) {
  const pdfs: { language: 'da' | 'en'; content: Buffer }[] = [];
  let left = ATTACHED_BYTES;
  for (const language of ['da', 'en'] as const) {
    const content = await pdf(report, language);
    left -= content.length;
    if (left >= 0) pdfs.push({ language, content });
  }
  return pdfs;
}

async function write(
  ports: SendReportsPorts,
  letter: Letter,
  to: readonly string[],
  now: number,
): Promise<Sent['outcome']> {
  const built = await ports.reports.build(letter.owner);
  if (built.kind === 'too-many') return 'too-many';
  if (built.kind !== 'report') return 'not-assessed';
  const { report } = built;
  const told = digestOf(report);
  const sentAt = new Date(now).toISOString();
  if (told === letter.told && !letter.always) {
    await ports.letters.change(letter.owner, (latest) => ({ ...latest, silentAt: sentAt }));
    return 'nothing-new';
  }
  const token = ownerToken(ports.secret, { owner: letter.owner, links: letter.links, issued: now });
  const pdfs = await pdfsOf(ports, report);
  const attachments = pdfs.map(({ language, content }) => ({
    filename: `datalandkort-${letter.owner}-${sentAt.slice(0, 10)}-${language}.pdf`,
    type: 'application/pdf',
    content,
  }));
  const link = {
    da: `${ports.publicUrl}/da/owner/${token}`,
    en: `${ports.publicUrl}/en/owner/${token}`,
  };
  // What mail programs call, who know no pages.
  const unsubscribe = `${ports.publicUrl}/v1/owner-links/${token}/unsubscribe`;
  const id = `${sentAt.replace(/[-:]|\.\d+/g, '')}-${letter.owner}`;
  const reportUrl = `${ports.publicUrl}/v1/owners/${letter.owner}/report.html`;
  const words = letterOf({ report, link, reportUrl, attached: pdfs.map(({ language }) => language) });
  await ports.mailer.send({ id, to, ...words, attachments, unsubscribe });
  await ports.reports.keep(report);
  await ports.letters.change(letter.owner, (latest) => ({
    ...latest,
    sentAt,
    told,
    // What stopped letters to an earlier address is over; what this very letter met is not.
    stopped: latest.stopped?.at === letter.stopped?.at ? null : latest.stopped,
  }));
  return 'sent';
}

/** Whether an address that letters came back from is still one of the owner's. */
const isStopped = ({ stopped }: Letter, to: readonly string[]): boolean =>
  stopped !== null && to.some((address) => stopped.addresses.includes(address.toLowerCase()));

async function outcomeOf(ports: SendReportsPorts, owner: string, to: readonly string[]): Promise<Sent['outcome']> {
  const letter = await ports.letters.get(owner);
  const now = ports.clock();
  if (to.length === 0) return 'no-address';
  if (isStopped(letter, to)) return 'stopped';
  if (letter.frequency === 'off') return 'off';
  if (!isDue(letter, now)) return 'not-due';
  const isErased = await ports.erased.known();
  // Until the erasing has come to the source, its definition still names whoever asked for it.
  const left = to.filter((address) => !isErased?.(canonicalAddress(address) ?? address));
  return left.length === 0 ? 'no-address' : write(ports, letter, left, now);
}

/**
 * Looks at every owner, and writes to those whose time has come.
 * @throws AggregateError of what went wrong, after all others were written to: an address that the mailer refuses must not
 * silence every owner behind it, look after look.
 */
export async function sendReports(ports: SendReportsPorts): Promise<Sent[]> {
  const outcomes: Sent[] = [];
  const failures: Error[] = [];
  for (const [owner, to] of addressees(await ports.sources.list())) {
    if (ports.outOfTime()) break;
    try {
      outcomes.push({ owner, outcome: await outcomeOf(ports, owner, to) });
    } catch (cause) {
      failures.push(new Error(`The letter to ${owner}: ${cause}`, { cause }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'));
  return outcomes;
}
