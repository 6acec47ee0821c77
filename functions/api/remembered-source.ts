/** What a dataset's page says of its source: asked for once in a while, and not with every dataset that is shown. */
import type { Source } from '#schemas/source.ts';
import type { ApiPorts } from './ports.ts';

/** As long as any cache may keep an answer that can change, so nobody sees older words than they might anyway. */
const KEPT_MS = 10_000;

/** Sources that are remembered; there are some hundred, and names that are none must not pile up. */
const KEPT = 1000;

interface Remembered {
  readonly source: Source | undefined;
  readonly until: number;
}

const known = new WeakMap<ApiPorts['sources'], Map<string, Remembered>>();

/** A source as it is, or was some seconds ago. */
export async function rememberedSource(
  { sources, clock }: Pick<ApiPorts, 'sources' | 'clock'>,
  id: string,
): Promise<Source | undefined> {
  const remembered = known.get(sources) ?? new Map<string, Remembered>();
  known.set(sources, remembered);
  const found = remembered.get(id);
  if (found && found.until > clock()) return found.source;
  const source = await sources.get(id);
  if (remembered.size >= KEPT) remembered.clear();
  remembered.set(id, { source, until: clock() + KEPT_MS });
  return source;
}
