/**
 * Which datasets are one, anew: the keys of every live dataset are gathered in memory first, and then the rows are replaced one
 * by one. Readers see the old links or the new ones of a dataset, and never none in between.
 */
import { linkKeys } from '#catalogue/same-dataset.ts';
import { INDEX_KEY, LINKS } from '#functions/link-datasets/link-datasets.ts';
import { LinkIndex } from '#functions/link-datasets/link-index.ts';
import { writeLines } from '#functions/shared/json-lines.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LinkStore } from '#functions/shared/link-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { type Hold, type HoldPorts, holdPlace, type Worked } from './hold-place.ts';
import { hashesOf, type LogSurvey, lastChanges, surveyLog } from './log-survey.ts';
import type { Rebuilt } from './rebuilt.ts';

/** Rows written between two renewals of the hold. */
const ROWS = 500;

export interface RebuildLinksPorts extends HoldPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly links: Pick<LinkStore, 'write' | 'ids'>;
  readonly objects: Pick<ObjectStore, 'putStream'>;
}

async function gatherKeys({ ledger }: RebuildLinksPorts, survey: LogSurvey, renew: Hold['renew']): Promise<LinkIndex> {
  const index = new LinkIndex();
  for await (const { changes } of lastChanges(ledger, survey)) {
    for (const { change, entry } of changes) if (entry) index.set(change.dataset, linkKeys(entry));
    await renew();
  }
  return index;
}

/** Writes the rows of all that have links. */
async function writeRows({ links }: RebuildLinksPorts, index: LinkIndex, renew: Hold['renew']): Promise<Set<string>> {
  const rows = [...index.lines()]
    .map(([id]) => ({ id, links: index.linksOf(id) }))
    .filter((row) => row.links.length > 0);
  for (let start = 0; start < rows.length; start += ROWS) {
    await renew();
    await links.write(rows.slice(start, start + ROWS));
  }
  return new Set(rows.map(({ id }) => id));
}

async function rebuild(ports: RebuildLinksPorts, { head, renew }: Hold): Promise<Worked<Rebuilt>> {
  const survey = await surveyLog(ports.ledger, head.seq, renew);
  const index = await gatherKeys(ports, survey, renew);
  const linked = await writeRows(ports, index, renew);
  const gone = (await Array.fromAsync(ports.links.ids())).filter((id) => !linked.has(id));
  await renew();
  await ports.links.write(gone.map((id) => ({ id, links: [] })));
  await writeLines(ports.objects, INDEX_KEY, index.lines());
  const { epoch, seq } = head;
  const left = (await Array.fromAsync(ports.links.ids())).length;
  const counts = { count: left, cleared: gone.length, ledger: hashesOf(survey.state), agrees: left === linked.size };
  return { isWhole: true, result: { kind: 'done', report: { view: 'links', epoch, seq, ...counts } } };
}

/** Builds the links anew. A call that died is begun again. */
export async function rebuildLinks(ports: RebuildLinksPorts): Promise<Rebuilt> {
  const held = await holdPlace(ports, LINKS, (hold) => rebuild(ports, hold));
  return held.kind === 'busy' ? { kind: 'busy', view: 'links' } : held.result;
}
