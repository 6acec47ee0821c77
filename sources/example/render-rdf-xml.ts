/** A catalogue in RDF/XML. */
import { datasetIri, prefixes, type Statement, statementsOf, type Term } from './describe.ts';
import { escapeMarkup } from './markup.ts';
import { banner, type Register } from './register.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

const tag = (predicate: string): string => (predicate.startsWith(SKOS) ? predicate.replace(SKOS, 'skos:') : predicate);

const expanded = (name: string): string =>
  name.replace(/^([a-z]+):/, (whole, prefix: string) => prefixes[prefix] ?? whole);

const element = ([predicate, object]: Statement, indent: string): string => {
  const name = tag(predicate);
  if (object.kind === 'iri') return `${indent}<${name} rdf:resource="${escapeMarkup(object.value)}"/>`;
  if (object.kind === 'text') return `${indent}<${name}${attributes(object)}>${escapeMarkup(object.value)}</${name}>`;
  const inner = object.statements.map((statement) => element(statement, `${indent}    `)).join('\n');
  return `${indent}<${name}>\n${indent}  <${object.type}>\n${inner}\n${indent}  </${object.type}>\n${indent}</${name}>`;
};

const attributes = ({ language, datatype }: Extract<Term, { kind: 'text' }>): string => {
  if (language) return ` xml:lang="${language}"`;
  return datatype ? ` rdf:datatype="${expanded(datatype)}"` : '';
};

/** Renders a whole catalogue. */
export function renderRdfXml(site: string, title: string, registers: readonly Register[]): string {
  const names = Object.entries({ ...prefixes, skos: SKOS }).map(([prefix, iri]) => `xmlns:${prefix}="${iri}"`);
  const datasets = registers.map((register) => {
    const inner = statementsOf(register)
      .map((statement) => element(statement, '        '))
      .join('\n');
    return `    <dcat:dataset>\n      <dcat:Dataset rdf:about="${datasetIri(site, register)}">\n${inner}\n      </dcat:Dataset>\n    </dcat:dataset>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${banner.da} / ${banner.en} -->
<rdf:RDF
  ${names.join('\n  ')}>
  <dcat:Catalog rdf:about="https://datalandkort.example/${site}/katalog">
    <dct:title xml:lang="da">${escapeMarkup(title)}</dct:title>
    <dct:description xml:lang="da">${banner.da}</dct:description>
    <dct:description xml:lang="en">${banner.en}</dct:description>
${datasets.join('\n')}
  </dcat:Catalog>
</rdf:RDF>
`;
}
