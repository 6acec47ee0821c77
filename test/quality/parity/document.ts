/** A record as the graph that the engines examine: our own document of it, and what validators know of the vocabularies beforehand. */
import { DataFactory, Parser, Store } from 'n3';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { ProfileId } from '#schemas/profile.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

const { dct, rdf, skos } = namespaces;
const { literal, namedNode, quad } = DataFactory;

/** Where the dataset stands in its document. */
export const DATASET = 'https://catalogue.example/id/dataset/kilde.d';

/**
 * Schemes that our documents only name. The validators load them with all their concepts; the lists of places and of the
 * European standards are not held here, so what stands under their address is taken for one of them, as our check does.
 */
const unlisted =
  /^((?:http:\/\/publications\.europa\.eu\/resource\/authority\/(?:place|country|continent)|https:\/\/hdeu-dcat\.data\.health\.europa\.eu\/resource\/authority\/standard))\/./;

const addBackground = (store: Store): void => {
  for (const term of store.getObjects(null, null, null)) {
    const scheme = term.termType === 'NamedNode' ? unlisted.exec(term.value)?.[1] : undefined;
    if (scheme !== undefined)
      store.addQuad(quad(namedNode(term.value), namedNode(`${skos}inScheme`), namedNode(scheme)));
  }
  for (const scheme of store.getObjects(null, namedNode(`${skos}inScheme`), null)) {
    if (scheme.termType !== 'NamedNode') continue;
    store.addQuad(quad(scheme, namedNode(`${rdf}type`), namedNode(`${skos}ConceptScheme`)));
    store.addQuad(quad(scheme, namedNode(`${dct}title`), literal(scheme.value)));
  }
};

/** Our Turtle of a record, whole or by a profile, parsed by a parser that is not ours. */
export const documentOf = (entry: CatalogueEntry, profile?: ProfileId): Store => {
  const store = new Store(new Parser().parse(writeTurtle([{ iri: DATASET, entry, profile }])));
  addBackground(store);
  return store;
};
