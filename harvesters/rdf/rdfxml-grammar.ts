/** The grammar of RDF/XML: elements in, triples out (https://www.w3.org/TR/rdf-syntax-grammar/). */
import { namespaces } from '#schemas/namespaces.ts';
import type { Findings } from './findings.ts';
import type { Term, TripleGraph } from './graph.ts';
import { isAbsoluteIri, repairIri, resolveIri } from './iri.ts';
import { type NameScope, XmlNames } from './xml-names.ts';

/** The attributes of an element, by qualified name. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What an open element is: `outer` stands around the RDF (a CSW answer that wraps it), `rdf` is rdf:RDF, `node` describes a
 * subject, `property` holds its value, `markup` is an element inside an XML literal.
 */
interface Frame {
  readonly kind: 'outer' | 'rdf' | 'node' | 'property' | 'markup';
  readonly scope: NameScope;
  readonly base: string;
  readonly language: string;
  readonly line: number;
  /** The node, or the node that the property belongs to. */
  readonly subject: Term;
  readonly predicate: Term;
  /** The datatype written on a property, or -1. */
  readonly datatype: Term;
  /** How a property gets its value: from what stands inside, all done, as XML, or as the members of a list. */
  readonly mode: 'open' | 'done' | 'markup' | 'list';
  filled: boolean;
  text: string;
  /** How many rdf:li a node had. */
  members: number;
  /** The last cell of a list. */
  cell: Term;
}

const RDF = namespaces.rdf;
const NONE = -1;

/** Attributes that say something about the element itself and not about its node. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'about',
  'ID',
  'nodeID',
  'resource',
  'parseType',
  'datatype',
  'aboutEach',
  'aboutEachPrefix',
  'bagID',
]);

/** RDF's own attributes of one element; all others are short for properties. */
type OwnAttributes = Readonly<Record<string, string | undefined>>;

/** Turns open and close tags and text into triples. */
export class RdfXmlGrammar {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #base: string;
  readonly #names: XmlNames;
  readonly #frames: Frame[] = [];
  #closed: Term | undefined;
  readonly #type: Term;
  readonly #first: Term;
  readonly #rest: Term;
  readonly #nil: Term;
  readonly #li: Term;
  readonly #description: Term;
  readonly #root: Term;
  readonly #xmlLiteral: Term;
  readonly #string: Term;

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.#graph = graph;
    this.#findings = findings;
    this.#base = base;
    this.#names = new XmlNames(graph, findings);
    const rdf = (name: string): Term => graph.termOf(RDF + name);
    this.#type = rdf('type');
    this.#first = rdf('first');
    this.#rest = rdf('rest');
    this.#nil = rdf('nil');
    this.#li = rdf('li');
    this.#description = rdf('Description');
    this.#root = rdf('RDF');
    this.#xmlLiteral = rdf('XMLLiteral');
    this.#string = graph.termOf(`${namespaces.xsd}string`);
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** How much text the innermost open element has gathered. */
  get textLength(): number {
    return this.#frames.at(-1)?.text.length ?? 0;
  }

  /** Whether the innermost open element is a property, so that what opens next is its value. */
  get isInProperty(): boolean {
    return this.#frames.at(-1)?.kind === 'property';
  }

  /** The nodes whose elements are still open below the outermost so many: what they say is not whole. */
  openNodes(below = 0): Term[] {
    return this.#frames
      .slice(below)
      .filter(({ kind }) => kind === 'node')
      .map(({ subject }) => subject);
  }

  /** The node whose element was the last to be closed; undefined where that was no node's. */
  get closedNode(): Term | undefined {
    return this.#closed;
  }

  /** Leaves all open elements but the outermost so many, as if they had never said what they had not said yet. */
  leave(below: number): void {
    this.#frames.length = Math.min(this.#frames.length, below);
  }

  open(name: string, attributes: Attributes, line: number): void {
    const parent = this.#frames.at(-1);
    if (parent !== undefined && (parent.kind === 'markup' || parent.mode === 'markup')) {
      this.#frames.push({ ...parent, kind: 'markup', mode: 'markup', text: markupTag(name, attributes) });
      return;
    }
    const scope = this.#names.inside(parent?.scope ?? this.#names.root(), attributes, line);
    const frame: Frame = {
      kind: 'outer',
      scope,
      base: attributes['xml:base'] ?? parent?.base ?? this.#base,
      language: attributes['xml:lang']?.trim().toLowerCase() ?? parent?.language ?? '',
      line,
      subject: 0,
      predicate: 0,
      datatype: NONE,
      mode: 'open',
      filled: false,
      text: '',
      members: 0,
      cell: NONE,
    };
    const term = this.#names.term(scope, name, line);
    if (parent === undefined || parent.kind === 'outer') this.#openOutside(frame, term, attributes);
    else if (parent.kind === 'node') this.#openProperty(parent, frame, term, attributes);
    else this.#openNode(parent, frame, term, attributes);
  }

  text(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (frame.mode === 'markup') frame.text += escaped(text);
    else if (frame.kind === 'property') frame.text += text;
  }

  close(name: string): void {
    const frame = this.#frames.pop();
    this.#closed = frame?.kind === 'node' ? frame.subject : undefined;
    if (frame === undefined) return;
    if (frame.kind === 'markup') {
      const parent = this.#frames.at(-1);
      if (parent !== undefined) parent.text += `${frame.text}</${name}>`;
    } else if (frame.kind === 'property') this.#closeProperty(frame);
  }

  /** RDF may stand without rdf:RDF around it; then its outermost element is DCAT's, or has one of RDF's own attributes. */
  #openOutside(frame: Frame, term: Term, attributes: Attributes): void {
    if (term === this.#root) this.#frames.push({ ...frame, kind: 'rdf' });
    else if (this.#isNode(frame, term, attributes)) this.#openNode(undefined, frame, term, attributes);
    else this.#frames.push(frame);
  }

  #isNode({ scope }: Frame, term: Term, attributes: Attributes): boolean {
    if (this.#graph.text(term).startsWith(namespaces.dcat)) return true;
    for (const name in attributes) {
      if (/:(?:about|ID|nodeID)$/.test(name) && rdfName(scope, name) !== undefined) return true;
    }
    return false;
  }

  #openNode(parent: Frame | undefined, frame: Frame, term: Term, attributes: Attributes): void {
    const own = ownAttributes(frame.scope, attributes);
    const subject = this.#subjectOf(own, frame);
    if (term !== this.#description) this.#add(subject, this.#type, this.#graph.termOf(this.#graph.text(term)), frame);
    this.#propertyAttributes(subject, frame, attributes);
    if (parent?.kind === 'property') this.#fill(parent, subject);
    this.#frames.push({ ...frame, kind: 'node', subject });
  }

  #subjectOf(own: OwnAttributes, frame: Frame): Term {
    if (own.about !== undefined) return this.#iri(own.about, frame);
    if (own.ID !== undefined) return this.#iri(`#${own.ID}`, frame);
    if (own.nodeID !== undefined) return this.#graph.termOf(`_:${own.nodeID}`);
    return this.#graph.blank();
  }

  #openProperty(parent: Frame, frame: Frame, term: Term, attributes: Attributes): void {
    const own = ownAttributes(frame.scope, attributes);
    const predicate = term === this.#li ? this.#graph.termOf(`${RDF}_${++parent.members}`) : term;
    const { subject } = parent;
    const property = { ...frame, kind: 'property', subject, predicate } as const;
    if (own.parseType === 'Resource') {
      const node = this.#graph.blank();
      this.#add(subject, predicate, node, frame);
      this.#frames.push({ ...frame, kind: 'node', subject: node });
    } else if (own.parseType === 'Collection') this.#frames.push({ ...property, mode: 'list' });
    else if (own.parseType !== undefined)
      this.#frames.push({ ...property, mode: 'markup', datatype: this.#xmlLiteral });
    else if (this.#valueInAttributes(property, own, attributes)) this.#frames.push({ ...property, mode: 'done' });
    else {
      const datatype = own.datatype === undefined ? NONE : this.#iri(own.datatype, frame);
      this.#frames.push({ ...property, datatype });
    }
  }

  /** A value given by rdf:resource, rdf:nodeID or attributes that are properties of a node without a name. */
  #valueInAttributes(frame: Frame, own: OwnAttributes, attributes: Attributes): boolean {
    const { subject, predicate } = frame;
    if (own.resource?.trim() === '') {
      this.#findings.repair(subject, {
        code: 'empty-value',
        property: this.#graph.text(predicate),
        place: { line: frame.line },
      });
      return true;
    }
    let node: Term | undefined;
    if (own.resource !== undefined) node = this.#iri(own.resource, frame, subject);
    else if (own.nodeID !== undefined) node = this.#graph.termOf(`_:${own.nodeID}`);
    else if (own.datatype === undefined && this.#hasProperties(frame, attributes)) node = this.#graph.blank();
    if (node === undefined) return false;
    this.#add(subject, predicate, node, frame);
    this.#propertyAttributes(node, frame, attributes);
    return true;
  }

  #hasProperties({ scope }: Frame, attributes: Attributes): boolean {
    for (const name in attributes) if (isProperty(scope, name)) return true;
    return false;
  }

  #propertyAttributes(subject: Term, frame: Frame, attributes: Attributes): void {
    for (const name in attributes) {
      if (!isProperty(frame.scope, name)) continue;
      const value = attributes[name] ?? '';
      const predicate = this.#names.term(frame.scope, name, frame.line);
      const object = predicate === this.#type ? this.#iri(value, frame) : this.#literal(value, frame);
      this.#add(subject, predicate, object, frame);
    }
  }

  #closeProperty(frame: Frame): void {
    if (frame.mode === 'done') return;
    if (frame.mode === 'list') {
      if (frame.cell === NONE) this.#add(frame.subject, frame.predicate, this.#nil, frame);
      else this.#add(frame.cell, this.#rest, this.#nil, frame);
    } else if (!frame.filled) this.#add(frame.subject, frame.predicate, this.#literal(frame.text, frame), frame);
  }

  #fill(property: Frame, node: Term): void {
    if (property.mode === 'list') {
      const cell = this.#graph.blank();
      this.#add(cell, this.#first, node, property);
      if (property.cell === NONE) this.#add(property.subject, property.predicate, cell, property);
      else this.#add(property.cell, this.#rest, cell, property);
      property.cell = cell;
    } else this.#add(property.subject, property.predicate, node, property);
    property.filled = true;
  }

  #literal(text: string, { datatype, language }: Frame): Term {
    const graph = this.#graph;
    if (datatype !== NONE) return graph.literalOf(text, datatype === this.#string ? 0 : graph.tagOf(datatype));
    return graph.literalOf(text, language === '' ? 0 : graph.tagOf(graph.termOf(`@${language}`)));
  }

  #add(subject: Term, predicate: Term, object: Term, { line }: Frame): void {
    this.#graph.add(subject, predicate, object, line);
  }

  #iri(written: string, { base, line }: Frame, owner?: Term): Term {
    const mended = repairIri(written);
    const iri = isAbsoluteIri(mended) ? mended : resolveIri(mended, resolveIri(base, this.#base));
    const term = this.#graph.termOf(iri);
    if (mended !== written)
      this.#findings.repair(owner ?? term, { code: 'iri-repaired', value: written, place: { line } });
    return term;
  }
}

/** The local name of an attribute of RDF's own namespace; old documents write some of them without the prefix. */
const rdfName = (scope: NameScope, name: string): string | undefined => {
  const colon = name.indexOf(':');
  if (colon < 0) return OWN_NAMES.has(name) ? name : undefined;
  const prefix = name.slice(0, colon);
  const namespace = scope.prefixes.get(prefix) ?? (prefix === 'rdf' ? RDF : undefined);
  return namespace === RDF ? name.slice(colon + 1) : undefined;
};

const ownAttributes = (scope: NameScope, attributes: Attributes): OwnAttributes => {
  const own: Record<string, string> = {};
  for (const name in attributes) {
    const local = rdfName(scope, name);
    if (local !== undefined && OWN_NAMES.has(local)) own[local] = attributes[name] ?? '';
  }
  return own;
};

const isProperty = (scope: NameScope, name: string): boolean => {
  if (!name.includes(':') || name.startsWith('xml:') || name.startsWith('xmlns:')) return false;
  const local = rdfName(scope, name);
  return local === undefined || !OWN_NAMES.has(local);
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));

const markupTag = (name: string, attributes: Attributes): string => {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}>`;
};
