/** Which moment of the catalogue a page of it shows, and for how long a moment that has passed may be asked for. */
import { PROJECTION } from '#functions/project/project.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { linkHeader } from './reply.ts';

export type PlacePorts = Pick<ApiPorts, 'links' | 'ledger' | 'checkpoints' | 'clock'>;

/**
 * Changes since a moment, up to which it is shown however long ago it was. Each of them may cost a page one read of the log:
 * so many are read in some seconds, of the 29 that a request has.
 */
const CHANGES_SINCE = 10_000;

/**
 * However much has changed since, a moment is shown for so long after it passed: a walk of the whole catalogue has a day. In a day a dataset
 * changes no oftener than its source is harvested, so what a page costs stays small; one that is new since costs no read.
 */
const WALK_MS = 24 * 60 * 60 * 1000;

/** Whether the log has gone on from a place too far and too long ago. */
async function isPassed({ ledger, clock }: PlacePorts, at: number, head: number): Promise<boolean> {
  if (head - at <= CHANGES_SINCE) return false;
  // A moment passes with the first change after it, and not with the one that it is named by.
  const [next] = await ledger.read(at, 1);
  return next !== undefined && clock() - Date.parse(next.published) > WALK_MS;
}

/**
 * The place in the log that a page shows: the one that is asked for, or else as far as the datasets table is known to have come.
 * @param path where the catalogue begins, in the format of the question.
 * @throws Refusal `invalid-cursor` for a place beyond that, `moment-passed` for one that it would cost too much to show.
 */
export async function placeOf(ports: PlacePorts, asked: number | undefined, path: string): Promise<number> {
  const { ledger, checkpoints, links } = ports;
  const { epoch } = await ledger.head();
  const projected = await checkpoints.get(PROJECTION);
  const head = projected?.epoch === epoch ? projected.seq : 0;
  if (asked === undefined) return head;
  if (asked > head) {
    const detail = `The catalogue has come to ${head}.`;
    throw new Refusal('invalid-cursor', { detail, errors: [{ parameter: 'at', detail }] });
  }
  if (!(await isPassed(ports, asked, head))) return asked;
  const [catalog, snapshot] = [links.to(path), links.snapshot];
  throw new Refusal('moment-passed', {
    detail: `${head - asked} changes came since, the first of them more than a day ago. Begin again with the catalogue of now, or take the latest snapshot.`,
    errors: [{ parameter: 'at', detail: `It is now ${head}.` }],
    headers: { link: linkHeader([{ href: catalog, rel: 'first' }]) },
    members: { links: { catalog, snapshot } },
  });
}
