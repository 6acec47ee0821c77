/** A catalogue in JSON-LD, its datasets inside it. */
import { datasetIri, prefixes, type Statement, statementsOf, type Term } from './describe.ts';
import { banner, type Register } from './register.ts';

type Json = string | Json[] | { [key: string]: Json };

const value = (object: Term): Json => {
  if (object.kind === 'iri') return { '@id': object.value };
  if (object.kind === 'thing') return { '@type': object.type, ...members(object.statements) };
  const { language, datatype } = object;
  return {
    '@value': object.value,
    ...(language !== undefined && { '@language': language }),
    ...(datatype !== undefined && { '@type': datatype }),
  };
};

const members = (statements: readonly Statement[]): { [key: string]: Json } => {
  const groups = Map.groupBy(statements, ([predicate]) => predicate);
  return Object.fromEntries([...groups].map(([predicate, all]) => [predicate, all.map(([, object]) => value(object))]));
};

/** Renders a whole catalogue. */
export const renderJsonLd = (site: string, title: string, registers: readonly Register[]): string =>
  JSON.stringify(
    {
      '@context': prefixes,
      '@id': `https://datalandkort.example/${site}/katalog`,
      '@type': 'dcat:Catalog',
      'dct:title': { '@value': title, '@language': 'da' },
      'dct:description': [
        { '@value': banner.da, '@language': 'da' },
        { '@value': banner.en, '@language': 'en' },
      ],
      'dcat:dataset': registers.map((register) => ({
        '@id': datasetIri(site, register),
        '@type': 'dcat:Dataset',
        ...members(statementsOf(register)),
      })),
    },
    null,
    2,
  );
