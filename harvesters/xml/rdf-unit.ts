/** RDF/XML inside an XML list: one record's own XML, read as a DCAT page of its own. */
import { readRecords } from '#harvesters/dcat/records.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import type { Page, Place, Reading } from '#schemas/reading.ts';
import type { XmlEvent } from './xml-event.ts';

type Unit = Extract<XmlEvent, { kind: 'unit' }>;

/** The readings of one record's graph; places are those of the page. Never throws for what the record says. */
export async function* readRdfUnit(unit: Unit, url: string): AsyncGenerator<Reading> {
  const { graph, findings } = await readGraph(asPage(unit, url));
  for (const reading of readRecords(graph, findings)) yield movedTo(reading, unit.place);
  const { broken } = findings;
  if (broken !== undefined) yield movedTo({ kind: 'rejection', identifier: null, ...broken }, unit.place);
}

/** The record's own XML as a page, with the namespaces that are declared around it. */
const asPage = ({ source }: Unit, url: string): Page => {
  const text = `<record${source.declarations}>${source.text}</record>`;
  return {
    request: { url },
    url,
    contentType: 'application/rdf+xml; charset=utf-8',
    body: (async function* () {
      yield Buffer.from(text);
    })(),
  };
};

/** Lines count from the record's own start; here they count from the page's. */
const movedTo = (reading: Reading, { line: start = 1 }: Place): Reading => {
  const move = (place: Place | undefined): Place | undefined =>
    place?.line === undefined ? place : { ...place, line: place.line + start - 1 };
  if (reading.kind === 'record') {
    const { record } = reading;
    const repairs = record.repairs.map((repair) => ({ ...repair, place: move(repair.place) }));
    return { kind: 'record', record: { ...record, repairs, place: move(record.place) } };
  }
  return reading.kind === 'rejection' || reading.kind === 'problem'
    ? { ...reading, place: move(reading.place) }
    : reading;
};
