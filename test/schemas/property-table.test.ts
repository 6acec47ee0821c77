import { describe, expect, test } from 'vitest';
import { classTable } from '#schemas/class-table.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { type ClassName, classNames, type Property } from '#schemas/property.ts';
import { classByIri, propertiesByIri, propertyByKey } from '#schemas/property-lookup.ts';
import { propertyTable } from '#schemas/property-table.ts';
import { schemaOf } from '#schemas/record.ts';
import { vocabularies } from '#schemas/vocabulary.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { awkwardRecord, fullRecord } from '../publishing/published-examples.ts';

const rowsOf = (name: ClassName): readonly Property[] => propertyTable[name];
const everyRow = classNames.flatMap((name) => rowsOf(name).map((row) => ({ name, row })));

const expand = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':');
  return (namespaces as Readonly<Record<string, string>>)[prefix] + local;
};

const cardinality = (written: string): string => ({ '1': '1..1', '1..n': '1..*' })[written] ?? written;

/** Rows that a property of the official tables should have, and the requirement found for it. */
const requirementOf = (name: ClassName, iri: string): Property['requirements'] | undefined =>
  rowsOf(name).find((row) => row.inverse !== true && (row.iri === iri || row.accepts?.includes(iri) === true))
    ?.requirements;

describe('the property table', () => {
  test('has no key and no IRI twice in a class', () => {
    for (const name of classNames) {
      const rows = rowsOf(name);
      const written = rows.filter(({ inverse }) => inverse !== true);
      expect(new Set(rows.map(({ key }) => key)).size, name).toBe(rows.length);
      expect(new Set(written.map(({ iri }) => iri)).size, name).toBe(written.length);
    }
  });

  test('accepts no IRI for two properties of a class', () => {
    for (const name of classNames) {
      const all = rowsOf(name).flatMap((row) => [row.iri, ...(row.accepts ?? [])]);
      expect(
        all.filter((iri, index) => all.indexOf(iri) !== index),
        name,
      ).toEqual([]);
    }
  });

  test('labels every property and every class in Danish and English', () => {
    const labels = [...everyRow.map(({ row }) => row.label), ...Object.values(classTable).map(({ label }) => label)];
    expect(labels.every(({ da, en }) => da.trim() !== '' && en.trim() !== '')).toBe(true);
  });

  test('takes concepts from vocabularies that exist', () => {
    const names = everyRow.map(({ row }) => row.vocabulary).filter((name) => name !== undefined);
    expect(names.filter((name) => vocabularies[name] === undefined)).toEqual([]);
  });

  test('gives a concept the class that the official shapes look for', () => {
    expect(everyRow.filter(({ row }) => row.range === 'concept' && row.valueType === undefined)).toEqual([]);
  });

  test('makes conditions only of properties of the same class', () => {
    for (const { name, row } of everyRow) {
      for (const other of [row.mandatoryWhen, row.mandatoryUnless]) {
        if (other !== undefined) expect(propertyByKey(name, other), `${name}.${row.key}`).toBeDefined();
      }
    }
  });

  test('holds a list wherever a profile allows several values', () => {
    const several = everyRow.filter(({ row }) => {
      const { dcatAp, dcatApDk, health } = row.requirements;
      const asked = [dcatAp, dcatApDk, health?.public, health?.nonPublic].filter((level) => level !== undefined);
      return asked.some((level) => level.endsWith('*')) && !row.many && row.range !== 'text' && row.range !== 'texts';
    });
    expect(several.map(({ name, row }) => `${name}.${row.key}`)).toEqual([]);
  });
});

describe('looking a property up', () => {
  test('finds a property by its IRI, by older ones, and with http for https', () => {
    const rows = propertiesByIri('Dataset');
    expect(rows.get('http://purl.org/dc/terms/hasVersion')?.key).toBe('hasVersion');
    expect(rows.get('http://purl.org/dc/terms/theme')?.key).toBe('theme');
    expect(rows.get('https://www.w3.org/ns/adms#identifier')?.key).toBe('otherIdentifier');
    expect(rows.get('http://data.gov.dk/model/core/dcat-dk/hasConfidentialityType')?.key).toBe('confidentialityType');
    expect(propertiesByIri('Period').get('https://schema.org/startDate')?.key).toBe('startDate');
    expect(propertiesByIri('Agent').get('http://healthdataportal.eu/ns/health#publisherType')?.key).toBe('type');
  });

  test('finds a class by the types that feeds give', () => {
    expect(classByIri('http://www.w3.org/ns/dcat#CatalogueRecord')).toBe('CatalogueRecord');
    expect(classByIri('http://xmlns.com/foaf/0.1/Organization')).toBe('Agent');
    expect(classByIri('https://www.w3.org/ns/dcat#DatasetSeries')).toBe('DatasetSeries');
    expect(classByIri('http://www.w3.org/2004/02/skos/core#Concept')).toBeUndefined();
  });
});

describe('the schema of a record', () => {
  test('takes a record with every property that HealthDCAT-AP asks for, and a poor one', () => {
    expect(schemaOf('Dataset').parse(fullRecord)).toEqual(fullRecord);
    expect(schemaOf('Dataset').parse(awkwardRecord)).toEqual(awkwardRecord);
    expect(schemaOf('Dataset').parse({})).toEqual({});
  });

  test('refuses a key that the table does not have, however deep', () => {
    expect(schemaOf('Dataset').safeParse({ coverageRate: 0.9 }).success).toBe(false);
    expect(schemaOf('Dataset').safeParse({ publisher: { name: { da: 'x' }, unknown: 1 } }).success).toBe(false);
    expect(schemaOf('Dataset').safeParse({ title: 'x' }).success).toBe(false);
    expect(schemaOf('Dataset').safeParse({ numberOfRecords: 1.5 }).success).toBe(false);
  });
});

describeWithSharedData('the property table beside DCAT-AP 3.0.1', () => {
  const classes: Readonly<Record<string, ClassName>> = {
    'dcat:Catalog': 'Catalogue',
    'dcat:CatalogRecord': 'CatalogueRecord',
    'dcat:Dataset': 'Dataset',
    'dcat:Distribution': 'Distribution',
    'dcat:DataService': 'DataService',
    'foaf:Agent': 'Agent',
    'spdx:Checksum': 'Checksum',
    'adms:Identifier': 'Identifier',
    'dcat:Relationship': 'Relationship',
    'dct:LicenseDocument': 'LicenceDocument',
    'dct:Location': 'Location',
    PeriodofTime: 'Period',
  };
  type Row = { property: string; card: string; level: string };
  const table = (): Record<string, Row[]> =>
    JSON.parse(sharedText('standards/dcat-ap-3.0.1/dcat-ap-3.0.1-properties.json'));

  test('has every property of every class with its level and cardinality', () => {
    let compared = 0;
    for (const [official, name] of Object.entries(classes)) {
      for (const { property, card, level } of table()[official] ?? []) {
        expect(requirementOf(name, expand(property))?.dcatAp, `${official} ${property}`).toBe(
          `${level} ${cardinality(card)}`,
        );
        compared += 1;
      }
    }
    expect(compared).toBe(119);
  });

  test('asks of a series what DCAT-AP asks of a series', () => {
    for (const { property, card, level } of table()['dcat:DatasetSeries'] ?? []) {
      expect(requirementOf('Dataset', expand(property))?.series?.dcatAp, property).toBe(`${level} ${card}`);
    }
  });

  test('leaves out no class but the two that only vocabularies use', () => {
    const others = Object.keys(table()).filter((name) => classes[name] === undefined && name !== 'dcat:DatasetSeries');
    expect(others).toEqual(['skos:Concept', 'skos:ConceptScheme']);
  });
});

describeWithSharedData('the property table beside HealthDCAT-AP Release 8', () => {
  type Level = { card: string; level: string };
  type Row = { property: string; PUBLIC: Level; RESTRICTED: Level; NON_PUBLIC: Level };

  test('has every row of a dataset at all three access levels', () => {
    const { properties } = JSON.parse(sharedText('standards/healthdcat-ap-r8/dataset-cardinalities.json')) as {
      properties: Row[];
    };
    const requirement = ({ level, card }: Level): string => `${level} ${card}`;
    for (const { property, PUBLIC, RESTRICTED, NON_PUBLIC } of properties) {
      expect(requirementOf('Dataset', expand(property))?.health, property).toEqual({
        public: requirement(PUBLIC),
        restricted: requirement(RESTRICTED),
        nonPublic: requirement(NON_PUBLIC),
      });
    }
    expect(properties).toHaveLength(57);
  });

  test('asks of a dataset nothing that the release does not list', () => {
    const { properties } = JSON.parse(sharedText('standards/healthdcat-ap-r8/dataset-cardinalities.json')) as {
      properties: Row[];
    };
    const listed = new Set(properties.map(({ property }) => expand(property)));
    expect(
      rowsOf('Dataset').filter(({ iri, requirements }) => requirements.health !== undefined && !listed.has(iri)),
    ).toEqual([]);
  });
});

describeWithSharedData('the property table beside DCAT-AP-DK 3.0.0', () => {
  const classes: readonly (readonly [start: string, name: ClassName])[] = [
    ['Katalog (', 'Catalogue'],
    ['Katalogpost', 'CatalogueRecord'],
    ['Datasæt (', 'Dataset'],
    ['Distribution', 'Distribution'],
    ['Datatjeneste', 'DataService'],
    ['Aktør', 'Agent'],
    ['Checksum', 'Checksum'],
    ['Identifikator', 'Identifier'],
    ['Licensdokument', 'LicenceDocument'],
    ['Lokation', 'Location'],
    ['Periode', 'Period'],
    ['Relation (', 'Relationship'],
    ['Kvalitetsannotation', 'QualityAnnotation'],
  ];
  const levels: Readonly<Record<string, string>> = { Obligatorisk: 'M', Anbefalet: 'R', Valgfri: 'O' };
  type Class = { properties: { URI: string; Multiplicitet: string; Kravniveau: string }[] };
  const table = (): [string, Class][] =>
    Object.entries(JSON.parse(sharedText('standards/dcat-ap-dk-3.0.0/dcat-ap-dk-3.0.0-properties.json')));

  test('has every Danish row with its level and cardinality, also those whose IRI is misspelt there', () => {
    let compared = 0;
    for (const [start, name] of classes) {
      const [, { properties }] = table().find(([title]) => title.startsWith(start)) ?? ['', { properties: [] }];
      for (const { URI, Multiplicitet, Kravniveau } of properties) {
        const iri = URI.replace('https://www.w3.org', 'http://www.w3.org');
        expect(requirementOf(name, iri)?.dcatApDk, `${name} ${URI}`).toBe(`${levels[Kravniveau]} ${Multiplicitet}`);
        compared += 1;
      }
    }
    expect(compared).toBe(123);
  });

  test('asks of a series what the Danish profile asks of a series', () => {
    const series = table().find(([title]) => title.startsWith('Datasætserie'))?.[1].properties ?? [];
    for (const { URI, Multiplicitet, Kravniveau } of series) {
      expect(requirementOf('Dataset', URI)?.series?.dcatApDk, URI).toBe(`${levels[Kravniveau]} ${Multiplicitet}`);
    }
    expect(series).toHaveLength(10);
  });
});
