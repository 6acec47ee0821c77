import { expect, test } from 'vitest';
import { isClassName } from '#schemas/property.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene } from './scene.ts';

const EU = 'http://publications.europa.eu/resource/authority';

interface Class {
  readonly id: string;
  readonly properties: readonly { key: string; kind: string; range: string }[];
}

test('/v1/properties names every property in both languages, with what its values are', async () => {
  const { json, headers } = await createScene().ask('/v1/properties');
  const classes = json.classes as Class[];
  const dataset = classes.find(({ id }) => id === 'Dataset');
  expect(dataset?.properties.filter(({ key }) => key === 'accessRights' || key === 'title')).toEqual([
    {
      key: 'title',
      iri: 'http://purl.org/dc/terms/title',
      label: { da: 'titel', en: 'title' },
      kind: 'literal',
      range: 'text',
      many: false,
      vocabulary: null,
    },
    {
      key: 'accessRights',
      iri: 'http://purl.org/dc/terms/accessRights',
      label: { da: expect.any(String), en: expect.any(String) },
      kind: 'literal',
      range: 'concept',
      many: false,
      vocabulary: 'access-right',
    },
  ]);
  expect(json.links).toEqual({ self: `${BASE}/v1/properties` });
  expect(headers['cache-control']).toBe('public, max-age=86400');
});

test('every node that a property leads to is of a class that the table has', async () => {
  const classes = (await createScene().ask('/v1/properties')).json.classes as Class[];
  const ids = new Set(classes.map(({ id }) => id));
  const nodes = classes.flatMap(({ properties }) => properties.filter(({ kind }) => kind === 'node'));
  expect(nodes.filter(({ range }) => !ids.has(range) || !isClassName(range))).toEqual([]);
  expect(nodes.length).toBeGreaterThan(0);
});

test('a dataset tells what the concepts in its record are called, also those within its parts', async () => {
  const record = {
    title: { da: 'Ærø' },
    theme: [`${EU}/data-theme/HEAL`, 'https://sds.example/temaer/eget'],
    accessRights: `${EU}/access-right/RESTRICTED`,
    distribution: [{ format: `${EU}/file-type/CSV` }],
  };
  const api = createScene({}, ({ dataset }) => ({ ...entryOf(dataset), record }));
  await api.append(draftOf('sds.aeroe'));
  const { json } = await api.ask('/v1/datasets/sds.aeroe', { headers: { accept: 'application/json' } });
  expect(json.labels).toEqual({
    [`${EU}/data-theme/HEAL`]: { da: 'Sundhed', en: 'Health' },
    [`${EU}/access-right/RESTRICTED`]: { da: 'begrænset', en: 'restricted' },
    [`${EU}/file-type/CSV`]: { da: expect.any(String), en: expect.any(String) },
  });
});
