/** `backup`: what cannot be had from anything else, as one file, at one place of the log. */
import { emptyState, stateHashOf } from '#catalogue/state-hash.ts';
import { CHECKED_LINKS } from '#functions/check-links/index-links.ts';
import { stateUpTo } from '#functions/shared/ledger-state.ts';
import { writeBackup } from '../backup-file.ts';
import { hasCatalogue, LAYOUT } from '../data-folder.ts';
import { keptLines } from '../kept-data.ts';
import { type OpenFolder, withFolder } from '../open-folder.ts';
import type { Command } from '../options.ts';
import { NOT_ALL_WELL, Refusal } from '../refusal.ts';

async function headerOf({ folder, stores }: OpenFolder) {
  const { ledger, checkpoints } = stores;
  const { epoch, seq } = await ledger.head();
  const { state } = await stateUpTo(ledger, { seq: 0, state: emptyState }, seq);
  const checked = await checkpoints.get(CHECKED_LINKS);
  return {
    takenAt: new Date().toISOString(),
    layout: LAYOUT,
    epoch,
    seq,
    count: state.count,
    stateHash: stateHashOf(state),
    ...(checked?.epoch === epoch && { checkedLinks: checked.seq }),
    settings: folder.settings,
  };
}

/** @returns 0. @throws Refusal when there is no catalogue, its folder is in use, or the file cannot be written. */
export async function backup({ data, file }: Extract<Command, { kind: 'backup' }>): Promise<number> {
  if (!hasCatalogue(data)) {
    throw new Refusal(`There is no catalogue in ${data}: harvest first, or name its folder with --data.`, NOT_ALL_WELL);
  }
  const { seq, count, stateHash } = await withFolder(data, async (open) => {
    const header = await headerOf(open);
    await writeBackup(file, header, keptLines(open.engines, open.stores.objects));
    return header;
  });
  process.stdout.write(
    `${file}: the log up to change ${seq}, with ${count} live datasets; state hash ${stateHash}.\nIt holds the folder's secrets: keep it as you keep those.\n`,
  );
  return 0;
}
