/** Small feeds of one owner's registers in the formats of the faults: the same records, by name. */

/** The owner's registers. Eight, so that half of them are more than a run may remove unasked. */
export const NAMES = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'] as const;
/** The register that the owner has added when it is harvested for the last time. */
const ADDED = 'r9';
/** The records of the last good answer. */
export const LATER = [...NAMES, ADDED];

const SITE = 'https://owner.example/d/';
const DISEASES = ['blødninger', 'fødsler', 'knæ', 'åreforkalkning'];

/** A record by its name: the identifier that it is known by. A name with a folder in it is one of another folder. */
export const iriOf = (name: string): string =>
  name.includes('/') ? `https://owner.example/${name}` : `${SITE}${name}`;

/** The title of a record; in the end the first one has another. */
export const titleOf = (name: string, later = false): string => {
  const disease = DISEASES[Number(name.slice(1)) % DISEASES.length];
  return `Register over ${disease} ${name}${later && name === NAMES[0] ? ', ny udgave' : ''}`;
};

/** The names of a good answer. */
export const namesOf = (later: boolean): readonly string[] => (later ? LATER : NAMES);

export const PREFIXES =
  '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix hydra: <http://www.w3.org/ns/hydra/core#> .\n';

export const turtleRecord = (name: string, later = false): string =>
  `<${iriOf(name)}> a dcat:Dataset ;\n  dct:title "${titleOf(name, later)}"@da ;\n  dct:description "Beskrivelse af ${name}."@da .\n`;

/** A Turtle catalogue of these records. */
export const turtle = (names: readonly string[], later = false): string =>
  PREFIXES + names.map((name) => turtleRecord(name, later)).join('');

/** One page of a Turtle list, with its next page and, where it is given, the total that the list claims. */
export const turtlePage = (names: readonly string[], next?: string, total?: number, later = false): string =>
  `${turtle(names, later)}<#view> a hydra:PartialCollectionView${next === undefined ? '' : ` ; hydra:next <${next}>`}${
    total === undefined ? '' : ` ; hydra:totalItems ${total}`
  } .\n`;

export const xmlRecord = (name: string, later = false): string =>
  `<dcat:Dataset rdf:about="${iriOf(name)}"><dct:title xml:lang="da">${titleOf(name, later)}</dct:title></dcat:Dataset>\n`;

/** An RDF/XML catalogue of these records. */
export const rdfXml = (names: readonly string[], later = false, prolog = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${prolog}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">\n${names
    .map((name) => xmlRecord(name, later))
    .join('')}</rdf:RDF>\n`;

export const jsonRecord = (name: string, later = false): object => ({
  '@type': 'dcat:Dataset',
  identifier: iriOf(name),
  title: titleOf(name, later),
  description: `Beskrivelse af ${name}.`,
});

/** A data.json of these records. */
export const dataJson = (names: readonly string[], later = false): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: names.map((name) => jsonRecord(name, later)),
  });

const oaiRecord = (name: string, later = false): string =>
  `<record><header><identifier>${iriOf(name)}</identifier><datestamp>2026-01-01</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${titleOf(name, later)}</dc:title><dc:type>Dataset</dc:type></oai_dc:dc></metadata></record>`;

const oaiAnswer = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-02T00:00:00Z</responseDate><request>http://owner.example/oai</request>${body}</OAI-PMH>`;

/** What an OAI-PMH repository says of itself. */
export const oaiIdentify = (): string =>
  oaiAnswer(
    '<Identify><repositoryName>Arkiv</repositoryName><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>',
  );

/** An error in the words of the protocol. */
export const oaiError = (code: string): string => oaiAnswer(`<error code="${code}">no such thing</error>`);

/** One page of an OAI-PMH list; an empty token ends it. */
export const oaiList = (names: readonly string[], token: string, later = false, size = ''): string =>
  oaiAnswer(
    `<ListRecords>${names.map((name) => oaiRecord(name, later)).join('')}<resumptionToken${size}>${token}</resumptionToken></ListRecords>`,
  );
