/** `restore`: a data folder from a backup, with a log of another epoch, so that followers learn that it was rebuilt. */

import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CHECKED_LINKS } from '#functions/check-links/index-links.ts';
import { nextEpoch, setEpoch } from '#functions/shared/ledger-epoch.ts';
import { type Header, readBackup } from '../backup-file.ts';
import { hasCatalogue, openDataFolder, restoredSettings } from '../data-folder.ts';
import { clientOf } from '../engines.ts';
import { putBack } from '../kept-data.ts';
import { type OpenFolder, withFolder } from '../open-folder.ts';
import type { Command } from '../options.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../terminal.ts';
import { rebuild } from './rebuild.ts';

type RestoreCommand = Extract<Command, { kind: 'restore' }>;

/** The engines write what they hold where they are, so the folder is made beside and takes its place when it is whole. */
const besideOf = (data: string): string => `${resolve(data)}.restoring`;

/** What was measured of addresses counts from where it was: the log is the same up to there, under another name. */
async function keepCheckedLinks({ stores }: OpenFolder, epoch: string, seq: number): Promise<void> {
  const consumer = CHECKED_LINKS;
  const holder = 'restore';
  const from = await stores.checkpoints.take(consumer, holder, epoch);
  if (from) await stores.checkpoints.advance({ consumer, holder, from, to: { epoch, seq } });
  await stores.checkpoints.release(consumer, holder);
}

async function newEpoch({ engines }: OpenFolder, { epoch }: Header): Promise<string> {
  const client = new DynamoDBClient(clientOf(engines.tables));
  try {
    const next = nextEpoch(epoch, Date.now());
    await setEpoch({ table: 'ledger', client }, next);
    return next;
  } finally {
    client.destroy();
  }
}

/** Fills a folder of its own with what the backup holds. */
async function fill(data: string, file: string): Promise<Header & { readonly next: string }> {
  return readBackup(file, async (header, lines) => {
    restoredSettings(data, header);
    return withFolder(data, async (open) => {
      await putBack(open.engines, open.stores.objects, lines);
      const next = await newEpoch(open, header);
      if (header.checkedLinks !== undefined) await keepCheckedLinks(open, next, header.checkedLinks);
      return { ...header, next };
    });
  });
}

/** Puts the old folder aside: what it holds is nobody's to delete. @throws Refusal when it is in use. */
async function putAside(data: string): Promise<string | undefined> {
  const path = resolve(data);
  if (!existsSync(path)) return undefined;
  openDataFolder(data).release();
  const aside = `${path}.before-restore-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  await rename(path, aside);
  return aside;
}

/**
 * The log, the sources, runs, the archive and subscriptions as they were; then every view is built anew.
 * @returns 0 when every view says what the ledger says. @throws Refusal for a folder with a catalogue in it, unless it may be
 * replaced, and for a file that is no whole backup; the folder is then as it was.
 */
export async function restore({ data, file, replace }: RestoreCommand): Promise<number> {
  if (hasCatalogue(data) && !replace) {
    throw new Refusal(
      `There is a catalogue in ${data}: name another folder with --data, or put it aside with --replace.`,
    );
  }
  // Asked before the work: a folder in use would be found out only after it.
  if (existsSync(resolve(data))) openDataFolder(data).release();
  const beside = besideOf(data);
  await rm(beside, { recursive: true, force: true });
  try {
    const { seq, next, epoch, takenAt } = await fill(beside, file);
    const aside = await putAside(data);
    await rename(beside, resolve(data));
    say(`The log stands at change ${seq}, as it did on ${takenAt}. Its epoch is ${next}, after ${epoch}.`);
    if (aside) say(`What was in the folder before is in ${aside}.`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  const views = ['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots'] as const;
  return rebuild({ kind: 'rebuild', views, data, aws: false, json: false });
}
