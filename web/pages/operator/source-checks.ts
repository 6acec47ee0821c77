/** What the form for a source asks the API: whether it is sound, what it gives, and to keep it. */
import { api, fetchPreview } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import type { Fault } from './source-draft.ts';
import type { SourceDefinition, SourcePreview } from './types.ts';

type Checked = { readonly kind: 'sound'; readonly definition: SourceDefinition } | Unsound;

export interface Unsound {
  readonly kind: 'unsound';
  readonly faults: readonly Fault[];
}

/** Whether a definition is sound; with its defaults when it is. */
export async function check(definition: Readonly<Record<string, unknown>>): Promise<Checked> {
  const { sound, faults, definition: whole } = await answerOf(api.POST('/v1/sources/check', { body: definition }));
  return sound && whole ? { kind: 'sound', definition: whole } : { kind: 'unsound', faults };
}

/** Reads the first `limit` records of what a definition says; nothing is kept. */
export const preview = (source: SourceDefinition, limit: number): Promise<SourcePreview> =>
  answerOf(api.POST('/v1/sources/preview', { body: { source, limit }, fetch: fetchPreview }));

/** Keeps a new source (without an ETag), or what became of one, if it is still as it was when `etag` was told. */
export async function keep(source: SourceDefinition, etag: string | undefined): Promise<string> {
  if (etag === undefined) return (await answerOf(api.POST('/v1/sources', { body: source }))).id;
  const call = api.PUT('/v1/sources/{id}', {
    params: { path: { id: source.id } },
    body: source,
    headers: { 'if-match': etag },
  });
  return (await answerOf(call)).id;
}
