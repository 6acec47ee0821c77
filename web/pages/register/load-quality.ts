/** What the API says of the quality of a register. */
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';

/** The quality of a register, with what its metrics are called. */
export async function loadQuality(id: string, signal: AbortSignal) {
  const [quality, metrics] = await Promise.all([
    answerOf(api.GET('/v1/datasets/{id}/quality', { params: { path: { id } }, signal })),
    answerOf(api.GET('/metrics', { signal })),
  ]);
  return { quality, metrics };
}

export type LoadedQuality = Awaited<ReturnType<typeof loadQuality>>;
export type Quality = LoadedQuality['quality'];
