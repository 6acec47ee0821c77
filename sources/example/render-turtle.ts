/** A catalogue in Turtle, in pages that Hydra ties together. */
import { datasetIri, prefixes, type Statement, statementsOf, type Term } from './describe.ts';
import { banner, type Register } from './register.ts';

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;

const name = (written: string): string => (written.includes('://') ? `<${written}>` : written);

const term = (object: Term, indent: string): string => {
  if (object.kind === 'iri') return `<${object.value}>`;
  if (object.kind === 'text') {
    const { value, language, datatype } = object;
    return quoted(value) + (language ? `@${language}` : datatype ? `^^${datatype}` : '');
  }
  return `[ a ${name(object.type)} ;\n${statements(object.statements, `${indent}  `)}\n${indent}]`;
};

const statements = (all: readonly Statement[], indent: string): string =>
  all.map(([predicate, object]) => `${indent}${name(predicate)} ${term(object, indent)}`).join(' ;\n');

const dataset = (site: string, register: Register, access: string | undefined): string =>
  `<${datasetIri(site, register)}> a dcat:Dataset ;\n${statements(statementsOf(register, access), '  ')} .\n`;

/** One page of a catalogue. */
export interface TurtlePage {
  readonly site: string;
  readonly title: string;
  readonly registers: readonly Register[];
  /** Of all pages together. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly access?: string;
}

/** Renders a page: the catalogue, the Hydra view of this page, and its datasets. */
export function renderTurtle({ site, title, registers, total, page, pages, access }: TurtlePage): string {
  const catalogue = `https://datalandkort.example/${site}/katalog`;
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const members = registers.map((register) => `<${datasetIri(site, register)}>`).join(',\n    ');
  const view = [
    `<?page=${page}> a hydra:PartialCollectionView`,
    `  hydra:first <?page=1>`,
    `  hydra:last <?page=${pages}>`,
    ...(page > 1 ? [`  hydra:previous <?page=${page - 1}>`] : []),
    ...(page < pages ? [`  hydra:next <?page=${page + 1}>`] : []),
  ].join(' ;\n');
  return `${head.join('\n')}

# ${banner.da} / ${banner.en}

<${catalogue}> a dcat:Catalog, hydra:Collection ;
  dct:title ${quoted(title)}@da ;
  dct:description ${quoted(banner.da)}@da, ${quoted(banner.en)}@en ;
  hydra:totalItems ${total} ;
  hydra:view <?page=${page}> ;
  dcat:dataset ${members} .

${view} .

${registers.map((register) => dataset(site, register, access)).join('\n')}`;
}
