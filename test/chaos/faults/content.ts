/** Faults in the bytes and the text of a page that came: charsets, syntax, bombs, records beyond every bound. */
import type { Fault, Step } from '../fault.ts';
import {
  dataJson,
  iriOf,
  jsonRecord,
  NAMES,
  namesOf,
  PREFIXES,
  rdfXml,
  titleOf,
  turtle,
  turtleRecord,
  xmlRecord,
} from '../feeds.ts';
import { page } from '../owners.ts';

type Format = 'turtle' | 'xml' | 'json';

const TYPES = { turtle: 'text/turtle; charset=utf-8', xml: 'application/rdf+xml', json: 'application/json' } as const;
const WRITERS = { turtle, xml: rdfXml, json: dataJson } as const;

const fault = (name: string, format: Format, ...steps: readonly Step[]): Fault => ({
  name,
  source: { format: format === 'json' ? 'dcat-us' : 'dcat' },
  good: (later) => page(WRITERS[format](namesOf(later), later), { type: TYPES[format] }),
  steps,
});

/** A page that is read in spite of its fault, to the letter. */
const read = (format: Format, body: string | Uint8Array, told: Step['told']): Step => ({
  answer: page(body, { type: TYPES[format] }),
  state: 'succeeded',
  told,
  live: NAMES,
  titles: true,
});

/** A page of which something is lost: everything that was live stays so. */
const salvaged = (
  format: Format,
  body: string | Uint8Array,
  told: Step['told'],
  state: Step['state'] = 'partial',
): Step => ({
  answer: page(body, { type: TYPES[format] }),
  state,
  told,
  live: NAMES,
});

const body = turtle(NAMES);
const [first, second, third, ...others] = NAMES;

/** The feed with something else in the place of its third record. */
const withThird = (written: string): string =>
  turtle([first, second]) + written + turtle(others).slice(PREFIXES.length);

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const mixed = Buffer.concat([Buffer.from(turtle(NAMES.slice(0, 4))), latin(turtle(NAMES.slice(4)))]);

const jsonRecords = (third_: string): string =>
  `{"dataset":[${[first, second].map((name) => JSON.stringify(jsonRecord(name))).join(',')},${third_},${others
    .map((name) => JSON.stringify(jsonRecord(name)))
    .join(',')}]}`;

const entities = (declared: string, used: string): string =>
  rdfXml(NAMES, false, `<!DOCTYPE rdf:RDF [${declared}]>\n`).replace('</rdf:RDF>', `<!-- x -->${used}</rdf:RDF>`);

const billion = `<!ENTITY a "lol">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}`;
const bomb = entities(
  billion,
  `<rdf:Description rdf:about="${iriOf('r1')}"><dct:description>&j;</dct:description></rdf:Description>`,
);
const external = entities(
  '<!ENTITY secret SYSTEM "file:///etc/passwd">',
  `<rdf:Description rdf:about="${iriOf('r1')}"><dct:description>&secret;</dct:description></rdf:Description>`,
);

const cyclic = `${body}<https://owner.example/c/1> a dcat:Catalog ; dct:hasPart <https://owner.example/c/2> ; dcat:catalog <https://owner.example/c/2> ; dcat:dataset <${iriOf('r1')}> .
<https://owner.example/c/2> a dcat:Catalog ; dct:hasPart <https://owner.example/c/1> ; dcat:catalog <https://owner.example/c/1> ; dcat:dataset <${iriOf('r2')}> .
`;

export const contentFaults: readonly Fault[] = [
  fault('wrong charset', 'turtle', read('turtle', latin(body), 'charset-corrected')),
  fault('mixed charset', 'turtle', read('turtle', mixed, 'charset-corrected')),
  fault('byte order mark', 'turtle', read('turtle', `\ufeff${body}`, null)),
  fault('UTF-16', 'turtle', read('turtle', Buffer.from(`\ufeff${body}`, 'utf16le'), null)),
  fault('NUL bytes', 'turtle', read('turtle', body.replaceAll('Register', 'Reg\u0000ister'), 'control-character')),
  fault(
    'invalid UTF-8',
    'turtle',
    salvaged(
      'turtle',
      Buffer.concat([
        Buffer.from(turtle([first])),
        Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x0a]),
        Buffer.from(turtle(NAMES.slice(1))),
      ]),
      'charset-corrected',
    ),
  ),
  fault(
    'broken XML',
    'xml',
    salvaged('xml', rdfXml(NAMES).replace(xmlRecord(third), '<dcat:Dataset <<>> '), 'syntax-error'),
  ),
  fault('XML that ends in the middle', 'xml', salvaged('xml', rdfXml(NAMES).slice(0, 900), 'truncated')),
  fault('entity bomb', 'xml', salvaged('xml', bomb, 'xml-entities', 'succeeded')),
  fault('external entity', 'xml', salvaged('xml', external, 'xml-entities')),
  fault(
    'broken JSON',
    'json',
    salvaged('json', jsonRecords(`{"identifier": "${iriOf(third)}", "title": oops}`), 'syntax-error', 'succeeded'),
  ),
  fault('JSON that ends in the middle', 'json', salvaged('json', dataJson(NAMES).slice(0, 700), 'truncated')),
  fault(
    'deep nesting of JSON',
    'json',
    salvaged(
      'json',
      jsonRecords(`{"identifier":"${iriOf(third)}","title":"x","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'syntax-error',
      'succeeded',
    ),
  ),
  fault(
    'deep nesting of XML',
    'xml',
    salvaged(
      'xml',
      rdfXml(NAMES).replace('</rdf:RDF>', `${'<dct:x>'.repeat(100_000)}${'</dct:x>'.repeat(100_000)}</rdf:RDF>`),
      /too many elements within elements/,
    ),
  ),
  fault(
    'deep nesting of Turtle',
    'turtle',
    salvaged(
      'turtle',
      `${body}<#x> dct:relation ${'[ dct:relation '.repeat(100_000)}"x"${' ]'.repeat(100_000)} .\n`,
      /too many brackets within brackets/,
      'succeeded',
    ),
  ),
  fault(
    'broken Turtle in record 3 of 8',
    'turtle',
    salvaged(
      'turtle',
      withThird(`<${iriOf(third)}> a dcat:Dataset ; dct:title "unfinished ;\n.\n`),
      'syntax-error',
      'succeeded',
    ),
  ),
  fault(
    'unknown prefix',
    'turtle',
    salvaged(
      'turtle',
      withThird(turtleRecord(third).replace(' .', ' ; hokus:pokus "x" .')),
      'prefix-unknown',
      'succeeded',
    ),
  ),
  fault(
    'prefix that is not declared',
    'turtle',
    read('turtle', body.replace(/^@prefix dct:.*$/m, ''), 'prefix-supplied'),
  ),
  fault(
    'IRIs with spaces',
    'turtle',
    salvaged(
      'turtle',
      withThird(turtleRecord(third).replace(' .\n', ` ; dcat:landingPage <https://owner.example/a page> .\n`)),
      'iri-repaired',
      'succeeded',
    ),
  ),
  fault(
    'relative IRIs',
    'turtle',
    read('turtle', `@base <https://owner.example/d/> .\n${body.replaceAll('<https://owner.example/d/', '<')}`, null),
  ),
  fault('cyclic catalogues', 'turtle', salvaged('turtle', cyclic, null, 'succeeded')),
];

const MEGABYTE = 1024 * 1024;

/** Records beyond every bound, each alone in its process's time. */
export const heavyFaults: readonly Fault[] = [
  fault(
    'record of 30 MB',
    'turtle',
    salvaged(
      'turtle',
      withThird(turtleRecord(third).replace(`Beskrivelse af ${third}.`, 'x'.repeat(30 * MEGABYTE))),
      'text-too-long',
      'succeeded',
    ),
  ),
  fault(
    'record of 30 MB in JSON',
    'json',
    salvaged(
      'json',
      jsonRecords(JSON.stringify({ ...jsonRecord(third), description: 'x'.repeat(30 * MEGABYTE) })),
      'text-too-long',
      'succeeded',
    ),
  ),
  fault(
    '40,000 keywords',
    'turtle',
    salvaged(
      'turtle',
      withThird(
        turtleRecord(third).replace(
          ' .\n',
          ` ; dcat:keyword ${Array.from({ length: 40_000 }, (_, index) => `"ord ${index}"@da`).join(', ')} .\n`,
        ),
      ),
      'large-record',
      'succeeded',
    ),
  ),
  fault(
    '20,000 distributions',
    'turtle',
    salvaged(
      'turtle',
      withThird(
        turtleRecord(third).replace(
          ' .\n',
          ` ; dcat:distribution ${Array.from({ length: 20_000 }, (_, index) => `[ a dcat:Distribution ; dcat:accessURL <https://owner.example/f/${index}> ]`).join(', ')} .\n`,
        ),
      ),
      'too-many-parts',
      'succeeded',
    ),
  ),
  fault(
    'record of more than 400 KB',
    'turtle',
    salvaged(
      'turtle',
      withThird(
        turtleRecord(third).replace(
          ' .\n',
          ` ; dct:provenance ${Array.from({ length: 400 }, (_, index) => `"${titleOf(third)} ${index} ${'y'.repeat(1000)}"@da`).join(', ')} .\n`,
        ),
      ),
      null,
      'succeeded',
    ),
  ),
];
