/** `export`: the live catalogue as one document. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { topology } from '#infra/topology.ts';
import type { Published } from '#publishing/published.ts';
import { catalogueWriters } from '#publishing/write-catalogue.ts';
import { hasCatalogue, openDataFolder } from '../data-folder.ts';
import { startEngines } from '../engines.ts';
import { publicUrl } from '../environment.ts';
import type { Command } from '../options.ts';
import { usualAddress } from '../ports.ts';
import { codeOf, NOT_ALL_WELL, Refusal, sentenceOf } from '../refusal.ts';
import { openStores, type Stores } from '../stores.ts';

type ExportCommand = Extract<Command, { kind: 'export' }>;

/** Datasets that are in memory together; their records are fetched at the same time. */
const CHUNK = 100;

async function* liveDatasets({ catalogue }: Stores, base: string): AsyncGenerator<readonly Published[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await catalogue.list({ state: 'live', limit: CHUNK, after });
    const datasets = await Promise.all(rows.map(({ id }) => catalogue.get(id)));
    yield datasets.flatMap((dataset) =>
      dataset?.entry ? [{ iri: `${base}/id/dataset/${dataset.id}`, entry: dataset.entry }] : [],
    );
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id;
  }
}

/** Into a file beside the wanted one first, so that nobody ever finds half a catalogue under its name. */
async function writeFile(out: string, pieces: AsyncIterable<string>): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    if (codeOf(error) === '') throw error;
    throw new Refusal(`${out} cannot be written: ${sentenceOf(error)}.`, NOT_ALL_WELL);
  }
}

async function write({ out, format }: ExportCommand, stores: Stores, base: string): Promise<void> {
  const pieces = catalogueWriters[format](liveDatasets(stores, base));
  if (out !== undefined) return writeFile(out, pieces);
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    // Whoever read it has read enough (`… | head`).
    if (codeOf(error) !== 'EPIPE') throw error;
  }
}

/** @returns 0. @throws Refusal when there is no catalogue (1), its folder is in use (2), or the file cannot be written (1). */
export async function exportCatalogue(command: ExportCommand): Promise<number> {
  if (!hasCatalogue(command.data)) {
    throw new Refusal(
      `There is no catalogue in ${command.data}: harvest first, or name its folder with --data.`,
      NOT_ALL_WELL,
    );
  }
  const folder = openDataFolder(command.data);
  const engines = await startEngines(folder.path, topology);
  const stores = openStores(engines);
  try {
    await write(command, stores, publicUrl(usualAddress(folder.settings.port)));
  } finally {
    stores.close();
    await engines.stop();
    folder.release();
  }
  return 0;
}
