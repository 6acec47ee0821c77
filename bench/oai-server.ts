/** A repository of as many records as it is asked for, in a process of its own: `oai-server.ts RECORDS`. Sends its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const records = Number(process.argv[2]);
/** Records a page: what DSpace and Invenio give is between 50 and 1000. */
const PAGE = 500;

const subjects = [
  'diabetes',
  'lungekræft',
  'hjertesvigt',
  'sclerose',
  'astma',
  'knæproteser',
  'fødsler',
  'svangerskab',
];

const recordOf = (index: number): string => {
  const subject = subjects[index % subjects.length];
  return `<record><header><identifier>oai:arkiv.example.dk:${index}</identifier><datestamp>2024-05-0${(index % 9) + 1}T12:00:00Z</datestamp><setSpec>data</setSpec></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"><dc:title>Data om ${subject}, undersøgelse ${index}</dc:title><dc:creator>Jensen, Karen</dc:creator><dc:creator>Nielsen, Ib</dc:creator><dc:subject>${subject}</dc:subject><dc:subject>sundhed</dc:subject><dc:description>Oplysninger om ${subject} fra sygehuse og praksis, indsamlet år for år i undersøgelse ${index}, med alder, køn og region.</dc:description><dc:publisher>Arkivet</dc:publisher><dc:date>2019-03-1${index % 10}</dc:date><dc:type>Dataset</dc:type><dc:format>text/csv</dc:format><dc:identifier>https://arkiv.example.dk/handle/${index}</dc:identifier><dc:language>da</dc:language><dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights></oai_dc:dc></metadata></record>`;
};

const answer = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-06-01T00:00:00Z</responseDate><request>http://127.0.0.1/oai</request>${body}</OAI-PMH>`;

const IDENTIFY =
  '<Identify><repositoryName>Arkivet</repositoryName><protocolVersion>2.0</protocolVersion><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>';

function pageFrom(start: number): string {
  const end = Math.min(records, start + PAGE);
  const listed = Array.from({ length: end - start }, (_, offset) => recordOf(start + offset)).join('');
  const token = end < records ? `from-${end}` : '';
  return `<ListRecords>${listed}<resumptionToken completeListSize="${records}" cursor="${start}">${token}</resumptionToken></ListRecords>`;
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  if (pathname === '/robots.txt') return void response.writeHead(404).end();
  const start = Number(searchParams.get('resumptionToken')?.replace('from-', '') ?? 0);
  const body = answer(searchParams.get('verb') === 'Identify' ? IDENTIFY : pageFrom(start));
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
