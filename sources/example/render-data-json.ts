/** A data.json of the form that the United States' agencies publish (Project Open Data 1.1). */
import { areaOf, typeNames } from './markup.ts';
import { ownerOf } from './owners.ts';
import { banner, type Register } from './register.ts';

const dataset = (register: Register): Record<string, unknown> => {
  const { id, name, about, abbreviation, type, owner, first, last, link, reference, law } = register;
  const publisher = ownerOf(owner);
  const area = areaOf(register);
  return {
    '@type': 'dcat:Dataset',
    identifier: id,
    title: name.da,
    description: about.da,
    keyword: [typeNames[type].da, ...(abbreviation ? [abbreviation] : [])],
    modified: '2026-06-01',
    language: ['da'],
    accessLevel: 'non-public',
    publisher: { '@type': 'org:Organization', name: publisher?.name.da },
    theme: ['Health'],
    ...(area && { spatial: area.en === 'Nationwide' ? 'Denmark' : area.da }),
    ...(first !== undefined && { temporal: `${first}/${last ?? '..'}` }),
    ...(law !== undefined && { rights: law }),
    ...(link !== undefined && { landingPage: link }),
    references: [reference],
    versionNotes: [
      { '@value': banner.da, '@language': 'da' },
      { '@value': banner.en, '@language': 'en' },
    ],
  };
};

/** Renders a whole catalogue. */
export const renderDataJson = (registers: readonly Register[]): string =>
  JSON.stringify(
    {
      '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
      '@type': 'dcat:Catalog',
      conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
      describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
      dataset: registers.map(dataset),
    },
    null,
    2,
  );
