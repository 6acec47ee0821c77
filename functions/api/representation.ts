/** One thing in several formats: which of them a request gets, and how an answer names the others. */
import { preferred } from './negotiation.ts';
import { Refusal } from './problem-types.ts';
import { type Link, linkHeader } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** The formats of a thing, the one first that a client gets who takes anything. */
export interface Offer<Format extends string> {
  readonly types: Readonly<Record<Format, string>>;
  readonly order: readonly Format[];
  /** Where a format is to be had by itself. */
  readonly href: (format: Format) => string;
  /** The headers that the choice depends on; `Accept` unless there are more. */
  readonly vary?: string;
}

export interface Wish {
  /** What stands behind the last dot of the address. */
  readonly suffix?: string | undefined;
  /** `?format=`: a name or a media type. */
  readonly format?: string | undefined;
}

const alternates = <Format extends string>({ types, order, href }: Offer<Format>) =>
  order.map((format) => ({ format, href: href(format), rel: 'alternate', type: types[format] }));

/**
 * The format by suffix, then `?format=`, then `Accept`.
 * @throws Refusal `not-found` for an unknown suffix, `not-acceptable` with what is at hand.
 */
export function chooseFormat<Format extends string>(
  request: ApiRequest,
  offer: Offer<Format>,
  { suffix, format }: Wish,
): Format {
  const { types, order, vary = 'Accept' } = offer;
  const named = suffix ?? format;
  const accepted =
    named ??
    preferred(
      request.headers.accept,
      order.map((each) => types[each]),
    );
  const chosen = order.find((each) => (named !== undefined && each === named) || types[each] === accepted);
  if (chosen !== undefined) return chosen;
  // A suffix that other answers have is one: only this one cannot be had by it.
  if (suffix !== undefined && !Object.hasOwn(types, suffix))
    throw new Refusal('not-found', { detail: `There is no ".${suffix}".` });
  const offered = alternates(offer);
  throw new Refusal('not-acceptable', {
    detail: `At hand are ${offered.map(({ type }) => type).join(', ')}.`,
    headers: { vary, link: linkHeader(offered) },
    members: { alternatives: offered.map(({ href, type }) => ({ href, type })) },
  });
}

/** What an answer says of the other formats. @param more further links. */
export function alternateHeaders<Format extends string>(
  chosen: Format,
  offer: Offer<Format>,
  more: readonly Link[] = [],
): Record<string, string> {
  const others = alternates(offer).filter(({ format }) => format !== chosen);
  return { vary: offer.vary ?? 'Accept', link: linkHeader([...others, ...more]) };
}
