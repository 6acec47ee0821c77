/** The four families of owner pages, each in the way that its kind of owner writes. */
import { areaOf, danishNumber, escapeMarkup, htmlPage, link, typeNames, yearsOf } from './markup.ts';
import { ownerOf } from './owners.ts';
import { frequencies, type Register, type VariableTable } from './register.ts';

interface Site {
  readonly title: string;
  readonly path: string;
}

const nameWithCode = ({ name, abbreviation }: Register): string =>
  abbreviation ? `${name.da} (${abbreviation})` : name.da;

/** A row of label and value; nothing where there is no value. */
type Row = readonly [label: string, html: string | undefined];

const present = (rows: readonly Row[]): (readonly [string, string])[] =>
  rows.flatMap(([label, html]) => (html === undefined || html === '' ? [] : [[label, html] as const]));

const text = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : escapeMarkup(written);

const ownerLink = ({ owner }: Register): string | undefined => {
  const known = ownerOf(owner);
  return known && link(known.homepage, known.name.da);
};

const ownPage = (register: Register): string | undefined => register.link && link(register.link, register.link);

/** A list of links to register pages. */
export const renderList = (
  site: Site,
  intro: string,
  entries: readonly (readonly [string, string])[],
  next?: string,
): string =>
  htmlPage(
    site,
    site.title,
    `<h1>${escapeMarkup(site.title)}</h1>
<p>${escapeMarkup(intro)}</p>
<ul class="registre">
${entries.map(([href, name]) => `<li>${link(href, name)}</li>`).join('\n')}
</ul>
${next ? `<nav class="sider">${link(next, 'Næste side')}</nav>` : ''}`,
  );

export const listEntry = (register: Register, href: string): readonly [string, string] => [
  href,
  nameWithCode(register),
];

/** Label and value, as a research centre describes the registers of others. */
export function renderLabelled(site: Site, register: Register): string {
  const { name, abbreviation, about, population, frequency, law, individuals, records, type, reference } = register;
  const rows = present([
    ['Engelsk navn', text(name.en)],
    ['Forkortelse', text(abbreviation)],
    ['Beskrivelse', text(about.da)],
    ['Beskrivelse, engelsk', `<span lang="en">${escapeMarkup(about.en)}</span>`],
    ['Registeransvarlig myndighed', ownerLink(register)],
    ['Population', text(population?.da)],
    ['Tidsmæssig dækning', text(yearsOf(register))],
    ['Geografisk dækning', text(areaOf(register)?.da)],
    ['Ajourføring', frequency && frequencies[frequency].da],
    ['Antal personer', individuals === undefined ? undefined : danishNumber(individuals)],
    ['Antal poster', records === undefined ? undefined : `ca. ${danishNumber(records)}`],
    ['Retsgrundlag', text(law)],
    ['Emneord', text(typeNames[type].da)],
    ['Ejerens egen side', ownPage(register)],
    ['Dokumentation', link(reference, 'Kilde til oplysningerne')],
  ]);
  const list = rows.map(([label, html]) => `<dt>${label}</dt><dd>${html}</dd>`).join('\n');
  return htmlPage(site, name.da, `<h1>${escapeMarkup(name.da)}</h1>\n<dl>\n${list}\n</dl>`);
}

/** Prose under headings, as an authority writes. */
export function renderProse(site: Site, register: Register): string {
  const { name, abbreviation, about, population, frequency, law, individuals, records, first, reference } = register;
  const counts = [
    individuals === undefined ? '' : `<p><strong>Antal personer:</strong> ${danishNumber(individuals)}</p>`,
    records === undefined ? '' : `<p><strong>Antal poster:</strong> ca. ${danishNumber(records / 1_000_000)} mio.</p>`,
  ].join('');
  const sections = present([
    ['Engelsk navn', text(name.en)],
    ['Forkortelse', text(abbreviation)],
    ['In English', `<span lang="en">${escapeMarkup(about.en)}</span>`],
    ['Hvem er med', text(population?.da)],
    ['Periode', first === undefined ? undefined : `Registeret har data fra ${first} og frem.`],
    ['Geografisk dækning', text(areaOf(register)?.da)],
    ['Opdatering', frequency && `Registeret får nye data. Opdateringen er ${frequencies[frequency].da}.`],
    ['Lovgivning', text(law)],
    ['Ejer', ownerLink(register)],
    ['Ejerens egen side', ownPage(register)],
    ['Dokumentation', link(reference, 'Kilde til oplysningerne')],
  ]);
  const body = sections.map(([heading, html]) => `<section><h2>${heading}</h2>\n<p>${html}</p></section>`).join('\n');
  return htmlPage(
    site,
    name.da,
    `<h1>${escapeMarkup(name.da)}</h1>\n<p class="manchet">${escapeMarkup(about.da)}</p>\n${counts}\n${body}`,
  );
}

const variableRows = ({ variables }: VariableTable): string =>
  variables
    .map(
      ({ name, about, datatype, from, to }) =>
        `<tr><td>${escapeMarkup(name)}</td><td>${escapeMarkup(about.da)}</td><td>${datatype}</td><td>${from ?? ''}</td><td>${to ?? ''}</td></tr>`,
    )
    .join('\n');

const variableTable = (table: VariableTable): string => `<h3>${escapeMarkup(table.name)}</h3>
<p>${escapeMarkup(table.about.da)}</p>
<table>
<thead><tr><th>Variabel</th><th>Beskrivelse</th><th>Datatype</th><th>Gyldig fra</th><th>Gyldig til</th></tr></thead>
<tbody>
${variableRows(table)}
</tbody>
</table>`;

/** Labels in bold, then tables of variables, as a documentation site shows them. */
export function renderDocumentation(site: Site, register: Register): string {
  const { name, abbreviation, about, population, frequency, law, reference, tables } = register;
  const rows = present([
    ['Navne dansk', text(name.da)],
    ['Navne engelsk', text(name.en)],
    ['Akronym', text(abbreviation)],
    ['Kort om registeret', text(about.da)],
    ['Kort om registeret (engelsk)', `<span lang="en">${escapeMarkup(about.en)}</span>`],
    ['Population', text(population?.da)],
    ['Dækker perioden', text(yearsOf(register))],
    ['Dækning', text(areaOf(register)?.da)],
    ['Opdateringsfrekvens', frequency && frequencies[frequency].da],
    ['Lovgivning', text(law)],
    ['Dataansvarlig', ownerLink(register)],
    ['Ejerens egen side', ownPage(register)],
    ['Dokumentation', link(reference, 'Kilde til oplysningerne')],
  ]);
  const head = rows.map(([label, html]) => `<p><strong>${label}:</strong> ${html}</p>`).join('\n');
  const variables = tables ? `<h2>Tabeller og variabler</h2>\n${tables.map(variableTable).join('\n')}` : '';
  return htmlPage(site, name.da, `<h1>${escapeMarkup(name.da)}</h1>\n${head}\n${variables}`);
}

/** The name of a register's file on the site with static lists. */
export const fileName = ({ id }: Register): string => `${id}-fakta.csv`;

const fileRow = (site: Site, register: Register): string => {
  const { id, name, about, frequency, link: page, reference, abbreviation } = register;
  const cells: readonly string[] = [
    escapeMarkup(id),
    escapeMarkup(name.da),
    `<span lang="en">${escapeMarkup(name.en)}</span>`,
    escapeMarkup(abbreviation ?? ''),
    escapeMarkup(about.da),
    `<span lang="en">${escapeMarkup(about.en)}</span>`,
    yearsOf(register) ?? '',
    frequency ? frequencies[frequency].da : '',
    ownerLink(register) ?? '',
    link(`${site.path}filer/${fileName(register)}`, `${name.da}, fakta`),
    link(page ?? reference, 'Ejerens side'),
  ];
  return `<tr id="${escapeMarkup(id)}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};

/** One table, a register a row, as the static lists of files are. */
export const renderFileList = (site: Site, registers: readonly Register[]): string =>
  htmlPage(
    site,
    site.title,
    `<h1>${escapeMarkup(site.title)}</h1>
<table class="registre">
<thead><tr><th>Kode</th><th>Register</th><th>Engelsk navn</th><th>Akronym</th><th>Beskrivelse</th><th>Beskrivelse, engelsk</th><th>Periode</th><th>Opdateringsfrekvens</th><th>Ansvarlig myndighed</th><th>Filer</th><th>Ejerens egen side</th></tr></thead>
<tbody>
${registers.map((register) => fileRow(site, register)).join('\n')}
</tbody>
</table>`,
  );

const csvCell = (value: string): string => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The file of a register: its facts, a line each. */
export const renderFile = (register: Register): string =>
  [
    ['egenskab', 'værdi'],
    ['bemærkning', 'Eksempelkopi – ikke ejerens egen publikation'],
    ['navn', register.name.da],
    ['navn på engelsk', register.name.en],
    ['periode', yearsOf(register) ?? ''],
    ['beskrivelse', register.about.da],
  ]
    .map((row) => row.map(csvCell).join(';'))
    .join('\r\n')
    .concat('\r\n');
