/** `preview`: reads a source as a run would, and writes nothing. */

import { existsSync } from 'node:fs';
import type { IsErased } from '#catalogue/erased-contacts.ts';
import { crawlerFor } from '#functions/harvest/crawler-for.ts';
import { type Preview, preview } from '#functions/harvest/preview.ts';
import { readState } from '#functions/harvest/run-files.ts';
import { emptyState, type SourceState } from '#functions/harvest/source-state.ts';
import { environmentSecrets } from '#functions/shared/secret-reader.ts';
import { topology } from '#infra/topology.ts';
import type { Source } from '#schemas/source.ts';
import { hasCatalogue, openDataFolder } from '../data-folder.ts';
import { startEngines } from '../engines.ts';
import { allowedHosts, publicUrl } from '../environment.ts';
import { startHttpServer } from '../http-server.ts';
import { loadSources, type SourceSet } from '../load-sources.ts';
import type { Command } from '../options.ts';
import { portsToUse } from '../ports.ts';
import { previewText } from '../preview-text.ts';
import { NOT_ALL_WELL, Refusal, sentenceOf } from '../refusal.ts';
import { openStores } from '../stores.ts';
import { say, tell } from '../terminal.ts';

/** A preview cannot be put down, and somebody waits for it: a host that wants to be left alone for longer is not waited for. */
const PATIENCE_MS = 60_000;

type PreviewCommand = Extract<Command, { kind: 'preview' }>;

interface Ground {
  readonly stateOf: (source: string) => Promise<SourceState>;
  readonly isErased: IsErased | undefined;
  /** The port of the last start. */
  readonly last: number | undefined;
  close(): Promise<void>;
}

/** What is known of the sources; nothing where nothing was harvested yet, and no folder is made for it. */
async function openGround(data: string): Promise<Ground> {
  if (!hasCatalogue(data)) {
    return {
      stateOf: async (source) => emptyState(source),
      isErased: undefined,
      last: undefined,
      close: async () => undefined,
    };
  }
  const folder = openDataFolder(data);
  const engines = await startEngines(folder.path, topology);
  const stores = openStores(engines);
  return {
    stateOf: (source) => readState(stores.objects, source),
    isErased: await stores.erased.known(),
    last: folder.settings.port,
    async close() {
      stores.close();
      await engines.stop();
      folder.release();
    },
  };
}

/** A file has its own sources; a source's name is looked up in the source file or the example. */
function setOf({ target, sources }: PreviewCommand): { readonly set: SourceSet; readonly name: string | undefined } {
  return existsSync(target) && sources === undefined
    ? { set: loadSources(target), name: undefined }
    : { set: loadSources(sources), name: target };
}

function chosen(sources: readonly Source[], name: string | undefined): readonly Source[] {
  if (name === undefined) return sources;
  const source = sources.find(({ id }) => id === name);
  if (source) return [source];
  const known = sources.map(({ id }) => id).join(', ') || 'none';
  throw new Refusal(`There is neither a source "${name}" nor a file of that name. The sources are: ${known}.`);
}

/** A preview, or why there is none: one source that cannot be read does not cost the others theirs. */
type Outcome =
  | { readonly source: string; readonly preview: Preview }
  | { readonly source: string; readonly failure: string };

async function previewOf(
  source: Source,
  ground: Ground,
  context: { address: string; set: SourceSet; limit: number },
): Promise<Outcome> {
  const fetcher = crawlerFor({
    allowed: allowedHosts(context.set.allowHosts),
    publicUrl: publicUrl(context.address),
    contact: process.env.DATALANDKORT_CONTACT,
    secrets: environmentSecrets(),
    patienceMs: PATIENCE_MS,
  })(source);
  try {
    const state = await ground.stateOf(source.id);
    const found = await preview({ fetcher, clock: Date.now, isErased: ground.isErased }, source, state, context.limit);
    return { source: source.id, preview: found };
  } catch (error) {
    return { source: source.id, failure: sentenceOf(error) };
  }
}

const isWell = (outcome: Outcome): boolean =>
  'preview' in outcome &&
  outcome.preview.coverage !== 'none' &&
  outcome.preview.problems.every(({ severity }) => severity !== 'error');

function print(outcomes: readonly Outcome[], { json, limit }: PreviewCommand): void {
  const text = json
    ? JSON.stringify({ previews: outcomes.map((one) => ('preview' in one ? one.preview : one)) })
    : outcomes
        .map((one) => ('preview' in one ? previewText(one.preview, limit) : `${one.source}: ${one.failure}`))
        .join('\n\n');
  say(text);
}

/** @returns 0 when everything could be read, 1 when something could not. @throws Refusal for an unknown source or a broken file. */
export async function previewSources(command: PreviewCommand): Promise<number> {
  const { set, name } = setOf(command);
  const ground = await openGround(command.data);
  const server = await serve(set, ground.last);
  try {
    const address = `http://127.0.0.1:${server.port}`;
    const context = { address, set, limit: command.limit };
    const outcomes: Outcome[] = [];
    for (const source of chosen(set.sources(address), name)) outcomes.push(await previewOf(source, ground, context));
    print(outcomes, command);
    return outcomes.every(isWell) ? 0 : NOT_ALL_WELL;
  } finally {
    await server.stop();
    await ground.close();
  }
}

/** The example's sites, for the crawler alone. */
async function serve({ site }: SourceSet, last: number | undefined) {
  const options = {
    routes: () => [],
    site,
    onFailure: (error: unknown) => tell(sentenceOf(error)),
  };
  const [port = 0] = portsToUse(last);
  return startHttpServer({ ...options, port }).catch(() => startHttpServer({ ...options, port: 0 }));
}
