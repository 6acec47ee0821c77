/** What operators change of sources: add one, replace its definition, pause it; and whether a definition is sound. */
import * as z from 'zod';
import { canonicalAddress } from '#catalogue/erased-contacts.ts';
import { checkSource, type SourceFault } from '#functions/harvest/check-source.ts';
import { editedBy } from '#functions/shared/file-sources.ts';
import type { KeptSource } from '#functions/shared/source-store.ts';
import type { Source } from '#schemas/source.ts';
import { authorise, bodyOf } from './authorise.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { definitionOf, findKept, versioned } from './sources.ts';

/** Every start of runs reads all of them, each minute; a country's data holders are some hundred. */
const MOST_SOURCES = 2000;

const PRIVATE = { cache: 'no-store' };

/** Letters would go to somebody who asked to be erased. */
async function refuseErased({ erased }: ApiPorts, { owner }: Source): Promise<void> {
  const address = canonicalAddress(owner.email ?? '');
  const isErased = address === undefined ? undefined : await erased.known();
  if (address === undefined || !isErased?.(address)) return;
  const detail = 'Whoever has this address asked to be erased.';
  throw new Refusal('invalid-body', { errors: [{ pointer: '/owner/email', code: 'contact-erased', detail }] });
}

/** The definition in the body. @throws Refusal `invalid-body` with every fault. */
async function definitionIn(ports: ApiPorts, request: ApiRequest): Promise<Source> {
  const checked = checkSource(bodyOf(z.unknown(), request));
  if (checked.kind === 'sound') {
    await refuseErased(ports, checked.source);
    return checked.source;
  }
  const errors = checked.faults.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
  throw new Refusal('invalid-body', { errors });
}

const editOf = ({ clock }: ApiPorts, { caller }: ApiRequest) => ({
  at: new Date(clock()).toISOString(),
  by: caller.kind === 'known' ? caller.name : '',
});

/** The audit log tells how a definition was, so that an edit can be taken back. */
const auditedOf = (before: KeptSource | undefined, after: KeptSource) => ({
  audited: { ...(before && { before: before.source }), after: after.source },
});

function shown(kept: KeptSource, { links }: ApiPorts, presentation: Parameters<typeof json>[1]): Reply {
  const { id } = kept.source;
  const document = { id, ...definitionOf(kept), links: { self: links.source(id) } };
  return versioned(json(document, { ...PRIVATE, ...presentation }), kept);
}

/** `POST /v1/sources`: adds a source, which no source file may take over or remove. */
export async function createSource(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const source = await definitionIn(ports, request);
  const all = await ports.sources.list();
  if (all.length >= MOST_SOURCES) {
    throw new Refusal('too-many-sources', { detail: `There may be ${MOST_SOURCES} sources.` });
  }
  const kept: KeptSource = {
    source,
    version: 1,
    managedBy: 'api',
    edited: editOf(ports, request),
    fileHash: null,
    removedFromFile: null,
  };
  if (all.some(({ id }) => id === source.id) || !(await ports.sources.save(kept))) {
    throw new Refusal('source-exists', { detail: `There is a source "${source.id}": change that one with PUT.` });
  }
  const headers = { location: ports.links.source(source.id) };
  return { ...shown(kept, ports, { status: 201, headers }), ...auditedOf(undefined, kept) };
}

/**
 * Refuses when `If-Match` names another version than that of now. Only the version counts, which an ETag begins with; a mark of
 * weakness says here that the answer came packed, and nothing of the definition.
 */
function refuseOutdated({ headers }: ApiRequest, { version }: KeptSource): void {
  const asked = headers['if-match'];
  if (asked === undefined || asked.trim() === '*') return;
  const versions = asked.split(',').map((tag) => /^(?:W\/)?"(\d+)-/.exec(tag.trim())?.[1]);
  if (!versions.includes(String(version))) throw changed();
}

const changed = () => new Refusal('source-changed', { detail: 'Get the source again: its ETag is another now.' });

async function save(ports: ApiPorts, request: ApiRequest, kept: KeptSource, source: Source): Promise<Reply> {
  const next = editedBy(kept, source, editOf(ports, request));
  if (!(await ports.sources.save(next))) throw changed();
  return { ...shown(next, ports, {}), ...auditedOf(kept, next) };
}

/** `PUT /v1/sources/{id}`: replaces the definition. Without `If-Match` nobody could know whose words are lost; `*` takes that. */
export async function replaceSource(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const kept = await findKept(ports, request.params.id);
  if (request.headers['if-match'] === undefined) throw new Refusal('version-required');
  refuseOutdated(request, kept);
  const source = await definitionIn(ports, request);
  if (source.id !== kept.source.id) {
    const detail = `The source of this address is "${kept.source.id}"; the id of a source stays, as its datasets are named by it.`;
    throw new Refusal('invalid-body', { errors: [{ pointer: '/id', code: 'not-allowed', detail }] });
  }
  return save(ports, request, kept, source);
}

export const Switch = z.strictObject({ enabled: z.boolean() });

/** `PATCH /v1/sources/{id}`: pauses a source or lets it go on; a run that is under way ends as it would. */
export async function switchSource(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const { enabled } = bodyOf(Switch, request);
  const kept = await findKept(ports, request.params.id);
  refuseOutdated(request, kept);
  if (kept.source.enabled === enabled) return shown(kept, ports, {});
  return save(ports, request, kept, { ...kept.source, enabled });
}

interface Check {
  readonly sound: boolean;
  readonly faults: readonly SourceFault[];
  /** With its defaults; null where there are faults. */
  readonly definition: Source | null;
}

/** `POST /v1/sources/check`: every fault of a definition, and nothing is kept. */
export async function checkSourceBody(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const checked = checkSource(bodyOf(z.unknown(), request));
  const check: Check =
    checked.kind === 'sound'
      ? { sound: true, faults: [], definition: checked.source }
      : { sound: false, faults: checked.faults, definition: null };
  return json(check, PRIVATE);
}
