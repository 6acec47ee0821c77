/** The context of Croissant 1.0 as its specification lists it, with what we write besides: a field's `equivalentProperty`. */
import type { DocumentLanguage } from '../profiles/plain-values.ts';

const CR_TERMS = [
  'citeAs',
  'column',
  'excludes',
  'extract',
  'field',
  'fileProperty',
  'fileObject',
  'fileSet',
  'format',
  'includes',
  'isLiveDataset',
  'jsonPath',
  'key',
  'md5',
  'parentField',
  'path',
  'recordSet',
  'references',
  'regex',
  'repeated',
  'replace',
  'separator',
  'source',
  'subField',
  'transform',
] as const;

/** @param language of the texts that stand without a tag. */
export const croissantContext = (language: DocumentLanguage | undefined) => ({
  ...(language !== undefined && { '@language': language }),
  '@vocab': 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  sc: 'https://schema.org/',
  ...Object.fromEntries(CR_TERMS.map((term) => [term, `cr:${term}`])),
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  equivalentProperty: { '@id': 'cr:equivalentProperty', '@type': '@id' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
});
