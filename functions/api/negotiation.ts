/** Which of several formats a client gets: the address's suffix decides, then `?format=`, then `Accept` (RFC 9110 § 12.5.1). */

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(part: string): Range {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const value = quality === undefined ? 1 : Number(quality);
  return { type, quality: Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0 };
}

/** How closely a range names a type: 3 the type itself, 2 its family, 1 anything, 0 not at all. */
function closeness(range: string, type: string): number {
  if (range === type) return 3;
  if (range === '*/*') return 1;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1)) ? 2 : 0;
}

function qualityOf(type: string, ranges: readonly Range[]): number {
  const matching = ranges
    .map((range) => ({ ...range, closeness: closeness(range.type, type) }))
    .filter((range) => range.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  return matching[0]?.quality ?? 0;
}

/**
 * The media type that suits an Accept header best, undefined when none does. Without a header, and among equals, the first
 * that is offered.
 */
export function preferred(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').map(rangeOf);
  let best: { type: string; quality: number } | undefined;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > 0 && quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}
