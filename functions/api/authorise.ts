/** Who may do what, and the body that a caller sends with it. */
import type * as z from 'zod';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import type { ApiRequest } from './request.ts';

/** What a caller must be allowed: everything, what is an owner's own, to have changes sent to him, or nothing but to be known. */
export type Scope = 'operator' | 'owner' | 'subscriber' | 'known';

/** What a caller is told to show (RFC 6750 § 3). */
export const challenge = (error?: string): Record<string, string> => ({
  'www-authenticate': `Bearer realm="operator"${error === undefined ? '' : `, error="${error}"`}`,
});

const allows = (scopes: ReadonlySet<string>, scope: Scope): boolean =>
  scope === 'known' ||
  scopes.has('operator') ||
  scopes.has(scope) ||
  (scope === 'owner' && [...scopes].some((one) => one.startsWith('owner:')));

/** Lets a caller through who has the scope; operators may do everything. @throws Refusal. */
export function authorise(_: unknown, { caller }: ApiRequest, scope: Scope = 'operator'): void {
  switch (caller.kind) {
    case 'nobody':
      throw new Refusal('unauthorized', { headers: challenge() });
    case 'unverifiable':
      throw new Refusal('unavailable', { detail: 'Tokens cannot be checked just now; try again.' });
    case 'refused':
      if (caller.because === 'invalid') throw new Refusal('unauthorized', { headers: challenge('invalid_token') });
      throw new Refusal('forbidden');
    case 'known':
      if (!allows(caller.scopes, scope)) {
        throw new Refusal('forbidden', {
          detail: `This needs the scope "${scope}".`,
          headers: challenge('insufficient_scope'),
        });
      }
  }
}

/** Lets the owner through, and operators: to be called when it is known whose the thing is. @throws Refusal. */
export function authoriseOwner({ caller }: ApiRequest, owner: string): void {
  const scopes = caller.kind === 'known' ? caller.scopes : undefined;
  if (scopes?.has('operator') || scopes?.has(`owner:${owner}`)) return;
  throw new Refusal('forbidden', {
    detail: 'This belongs to another owner.',
    headers: challenge('insufficient_scope'),
  });
}

/** Lets the owner of a run's source through; of a source that is gone nobody is known to be the owner. */
export async function authoriseRunOwner(
  { sources }: Pick<ApiPorts, 'sources'>,
  request: ApiRequest,
  source: string,
): Promise<void> {
  authoriseOwner(request, (await sources.get(source))?.owner.id ?? '');
}

/** The body as JSON by its schema; an empty one stands for `{}`. */
export function bodyOf<Body>(schema: z.ZodType<Body>, { headers, body }: ApiRequest): Body {
  if (body !== '' && !/^application\/([a-z.]+\+)?json\b/i.test(headers['content-type'] ?? 'application/json')) {
    throw new Refusal('unsupported-media-type');
  }
  const parsed = schema.safeParse(parsedJson(body === '' ? '{}' : body));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
  throw new Refusal('invalid-body', { errors });
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('invalid-body', { detail: 'The body is not JSON.' });
  }
}
