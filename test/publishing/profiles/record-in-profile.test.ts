import { describe, expect, test } from 'vitest';
import { recordInProfile } from '#publishing/profiles/record-in-profile.ts';
import { describeDataset } from '#publishing/rdf/describe-dataset.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { profileIds } from '#schemas/profile.ts';
import type { Dataset } from '#schemas/record.ts';
import { describeWithSharedData } from '#test/shared-data.ts';
import { compareCase } from '../../quality/parity/compare.ts';
import { completeEntry } from '../../quality/parity/complete-record.ts';
import { documentOf } from '../../quality/parity/document.ts';
import { exampleEntries } from '../../sources/example-entries.ts';
import { awkwardRecord, fullRecord, published } from '../published-examples.ts';

const inProfile = (
  record: Dataset,
  profile: (typeof profileIds)[number],
  kind: 'Dataset' | 'DatasetSeries' = 'Dataset',
) => recordInProfile({ kind, record }, profile);

describe('a record by a profile', () => {
  test('keeps the health properties for HealthDCAT-AP alone, and the Danish ones for DCAT-AP-DK alone', () => {
    const keys = (profile: (typeof profileIds)[number]) => Object.keys(inProfile(fullRecord, profile));
    expect(keys('healthdcat-ap-r8')).toContain('healthCategory');
    expect(keys('dcat-ap-3')).not.toContain('healthCategory');
    expect(keys('dcat-ap-dk-3')).not.toContain('healthCategory');
    expect(keys('dcat-ap-dk-3')).toContain('confidentialityType');
    expect(keys('healthdcat-ap-r8')).not.toContain('confidentialityType');
    expect(keys('dcat-ap-3')).not.toContain('confidentialityType');
  });

  test('loses in DCAT-AP what the table has no requirement of, also in the parts', () => {
    expect(
      inProfile(
        {
          iri: 'https://example.dk/1',
          title: { da: 'Register' },
          alternative: { da: ['R'] },
          license: 'https://example.dk/vilkår',
          publisher: { iri: 'https://example.dk/', name: { da: 'Ejer' }, contactPoint: { email: ['a@example.dk'] } },
          otherIdentifier: [{ notation: '1', schemaAgency: 'Eksempel' }],
          distribution: [{ accessURL: ['https://example.dk/a'], identifier: ['a'] }],
        },
        'dcat-ap-3',
      ),
    ).toEqual({
      iri: 'https://example.dk/1',
      title: { da: 'Register' },
      publisher: { iri: 'https://example.dk/', name: { da: 'Ejer' } },
      otherIdentifier: [{ notation: '1' }],
      distribution: [{ accessURL: ['https://example.dk/a'] }],
    });
  });

  test('keeps what is said of a class that the profile leaves open, and a node of which nothing is left', () => {
    const record: Dataset = {
      provenance: [{ label: { da: 'Indberettet' } }],
      otherIdentifier: [{ schemaAgency: 'Eksempel' }],
    };
    expect(inProfile(record, 'dcat-ap-3')).toEqual({
      provenance: [{ label: { da: 'Indberettet' } }],
      otherIdentifier: [{}],
    });
  });

  test('keeps the services of a dataset, which say themselves what they serve', () => {
    const service = [{ title: { da: 'Opslag' }, endpointURL: ['https://example.dk/api'], identifier: ['x'] }];
    expect(inProfile({ service }, 'dcat-ap-3')).toEqual({
      service: [{ title: { da: 'Opslag' }, endpointURL: ['https://example.dk/api'] }],
    });
  });

  test('has of a series what is said of series', () => {
    const record: Dataset = { title: { da: 'Serie' }, keyword: { da: ['lunger'] }, issued: '2020' };
    expect(inProfile(record, 'dcat-ap-3', 'DatasetSeries')).toEqual({ title: { da: 'Serie' }, issued: '2020' });
  });

  test('gives agents their contact points where HealthDCAT-AP asks for them, and there alone', () => {
    const agent = { name: { da: 'Ejer' }, contactPoint: { email: ['a@example.dk'] } };
    expect(inProfile({ hdab: agent, creator: [agent] }, 'healthdcat-ap-r8')).toEqual({
      hdab: agent,
      creator: [{ name: { da: 'Ejer' } }],
    });
  });

  test.each(profileIds)('changes nothing more the second time (%s)', (profile) => {
    for (const record of [fullRecord, awkwardRecord]) {
      const once = inProfile(record, profile);
      expect(inProfile(once, profile)).toEqual(once);
    }
  });
});

describe('the triples by a profile', () => {
  const { dct, owl, rdfs, prov } = namespaces;
  const triples = describeDataset({
    ...published('eksempel.lungeregister', fullRecord, {
      origin: { ...published('eksempel.lungeregister', {}).entry.origin, example: true },
    }),
    profile: 'dcat-ap-3',
  });

  test('say on the catalogue’s record that they keep to it, and that the example is an example', () => {
    const record = triples.filter(({ subject }) => subject.value.endsWith('lungeregister#record'));
    expect(record.map(({ predicate, object }) => [predicate, object.value])).toEqual([
      ['http://www.w3.org/1999/02/22-rdf-syntax-ns#type', 'http://www.w3.org/ns/dcat#CatalogRecord'],
      ['http://xmlns.com/foaf/0.1/primaryTopic', 'https://catalogue.example/id/dataset/eksempel.lungeregister'],
      [`${dct}modified`, '2026-03-04T05:06:07.000Z'],
      [`${dct}description`, 'Eksempel: en kopi til demonstration og ikke ejerens egen udgivelse.'],
      [`${dct}description`, 'Example: a copy for demonstration and not the owner’s own publication.'],
      [`${dct}conformsTo`, 'https://semiceu.github.io/DCAT-AP/releases/3.0.1/'],
    ]);
  });

  test('have no property that no profile of DCAT knows', () => {
    const predicates = triples.map(({ predicate }) => predicate);
    for (const stranger of [`${owl}sameAs`, `${rdfs}comment`, `${prov}wasDerivedFrom`])
      expect(predicates).not.toContain(stranger);
  });
});

describeWithSharedData('the official shapes', () => {
  const newViolations = async (
    entries: readonly ReturnType<typeof completeEntry>[],
    engine: string,
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const entry of entries)
      for (const profile of profileIds) {
        const one = { name: entry.id, entry, graph: () => documentOf(entry, profile) };
        for (const { differences } of await compareCase(one, [profile], engine))
          for (const { side, named, reason } of differences)
            if (side === 'shapes' && named.severity === 'violation' && reason === undefined)
              found.push(`${profile} ${entry.id}: ${named.class}.${named.property}`);
      }
    return found;
  };

  test('find in the bundled example by a profile no violation that its own quality does not name', async () => {
    const entries = await exampleEntries();
    expect(entries.length).toBeGreaterThan(59);
    expect(await newViolations(entries, 'shacl-engine')).toEqual([]);
  });

  test.each(['shacl-engine', 'rdf-validate-shacl'])(
    'find nothing new in complete and awkward records (%s)',
    async (engine) => {
      const records = [fullRecord, awkwardRecord, {}].map((record) => published('kilde.d', record).entry);
      const complete = (['public', 'restricted', 'nonPublic'] as const).map(completeEntry);
      expect(await newViolations([...complete, ...records], engine)).toEqual([]);
    },
  );
});
