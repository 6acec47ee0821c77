/** JSON-LD in the script blocks of a web page, as people and plugins write it. */
import { type Damage, Findings } from '#harvesters/rdf/findings.ts';
import type { TripleGraph } from '#harvesters/rdf/graph.ts';
import { repairJson } from '#harvesters/rdf/json-repair.ts';
import { JsonLdExpander } from '#harvesters/rdf/jsonld-expander.ts';
import type { Place } from '#schemas/reading.ts';
import { decoded } from './sitemap.ts';

/** One block, and the line of the page that it begins on. */
export interface ScriptBlock {
  readonly text: string;
  readonly line: number;
}

/** A block that never names one of these cannot hold a record, and its faults are nobody's concern here. */
const RELEVANT = /Data(?:set|Catalog|Feed)/;

/** What stands around the JSON so that browsers of 1998 would not show it, and semicolons of programmers. */
const BEFORE = ['<!--', '<![CDATA[', '//', '/*', '*/', '\ufeff'];
const AFTER = ['-->', ']]>', '//', '/*', '*/', ';'];

/** Layers of such marks; more are no wrapping, and taking them away one by one would take long. */
const MAX_LAYERS = 20;

const unwrapped = (text: string): string => {
  let bare = text.trim();
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const before = BEFORE.find((mark) => bare.startsWith(mark));
    const after = AFTER.find((mark) => bare.endsWith(mark));
    if (before === undefined && after === undefined) return bare;
    bare = bare.slice(before?.length ?? 0, bare.length - (after?.length ?? 0)).trim();
  }
  return bare;
};

/** A whole block written with entities, as some editors do to everything that they save. */
const ESCAPED = /^[\s[{]*&(?:quot|#0*34|#x0*22);/i;

/** Ways in which pages write the address of the one context that explains these names. */
const SCHEMA_CONTEXT = /^(?:https?:)?(?:\/\/)?(?:www\.)?schema\.org(?:\/#?)?$/i;

const CONTEXT = 'https://schema.org/';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds what a block says to the graph and what is wrong with it to the findings. */
export const readScript = (written: ScriptBlock, graph: TripleGraph, findings: Findings, base: string): void => {
  const own = new Findings();
  const block = bareBlock(written);
  const { value, damaged, repairs, broken } = parsed(block.text, written.text);
  const isRelevant = RELEVANT.test(block.text);
  supplyContext(value, isRelevant ? own : undefined);
  new JsonLdExpander(graph, own, damaged).document(value, base);
  for (const [term, list] of own.repairs) for (const repair of list) findings.repair(term, repair);
  if (!isRelevant) return;
  for (const repair of repairs) findings.problem({ ...repair, place: onPage(repair.place, block) });
  const placed = new Map<Damage, Damage>();
  for (const [term, damage] of own.damages) {
    // One damage of several nodes stays one.
    const known = placed.get(damage) ?? { ...damage, place: onPage(damage.place, block) };
    placed.set(damage, known);
    findings.damage(term, known);
  }
  for (const problem of own.problems) findings.problem({ ...problem, place: onPage(problem.place, block) });
  // A context of another vocabulary says nothing about the datasets of this page.
  if (own.broken !== undefined) findings.problem({ ...own.broken, place: { line: block.line } });
  if (broken !== undefined) findings.break({ ...broken, place: onPage(broken.place, block) });
};

const onPage = (place: Place | undefined, { line }: ScriptBlock): Place =>
  place?.line === undefined ? { line } : { ...place, line: place.line + line - 1 };

type Parsed = ReturnType<typeof repairJson>;

const whole = (value: unknown, repairs: Parsed['repairs'] = []): Parsed => ({
  value,
  damaged: new Map(),
  repairs,
  broken: undefined,
});

const tried = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined; // not JSON as it stands: the repair looks into it
  }
};

/** A block without what stands around its JSON; its line is that of the first brace. */
const bareBlock = ({ text, line }: ScriptBlock): ScriptBlock => {
  const bare = unwrapped(text);
  return { text: bare, line: line + text.slice(0, text.indexOf(bare)).split('\n').length - 1 };
};

const parsed = (bare: string, text: string): Parsed => {
  const strict = tried(bare);
  const isBare = bare === text.trim();
  if (strict !== undefined) return whole(strict.value, isBare ? [] : [unwrapping]);
  if (bare === '') return whole(undefined);
  const plain = ESCAPED.test(bare) ? decoded(bare) : bare;
  const repairs = isBare && plain === bare ? [] : [unwrapping];
  // Two objects with a comma between them are a list whose brackets were forgotten.
  const read = tried(plain) ?? tried(`[${plain}]`);
  if (read !== undefined) return whole(read.value, repairs);
  const mended = repairJson(plain);
  return { ...mended, repairs: [...repairs, ...mended.repairs] };
};

const unwrapping = { code: 'json-repaired', message: 'comments, CDATA marks or entities were taken away' };

/** Gives a block the context that it means: where none is named, or named in a way that is no address. */
const supplyContext = (value: unknown, findings: Findings | undefined): void => {
  if (Array.isArray(value)) for (const item of value) supplyContext(item, findings);
  if (!isObject(value)) return;
  const context = value['@context'];
  if (context === undefined) {
    if (value['@type'] === undefined && value['@graph'] === undefined) return;
    value['@context'] = CONTEXT;
    findings?.problem({
      code: 'context-supplied',
      message: 'The block names no context; that of schema.org was taken.',
    });
  } else if (typeof context === 'string' && SCHEMA_CONTEXT.test(context.trim())) value['@context'] = CONTEXT;
  else if (
    isObject(context) &&
    typeof context['@vocab'] === 'string' &&
    SCHEMA_CONTEXT.test(context['@vocab'].trim())
  ) {
    context['@vocab'] = CONTEXT;
  }
};
