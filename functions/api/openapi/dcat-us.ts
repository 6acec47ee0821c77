/** What DCAT-US 1.1 has of a dataset and of a catalogue: everything may be missing that the record does not say. */
import * as z from 'zod';
import { DCAT_US_TYPE } from '../profiles.ts';
import { Address } from './common.ts';
import type { Operation } from './operation.ts';

const Distribution = z.object({
  '@type': z.literal('dcat:Distribution'),
  title: z.string().optional(),
  description: z.string().optional(),
  downloadURL: Address.optional(),
  accessURL: Address.optional(),
  mediaType: z.string().optional(),
  format: z.string().optional(),
  conformsTo: Address.optional(),
});

export const DcatUsDataset = z
  .object({
    '@type': z.literal('dcat:Dataset'),
    identifier: Address,
    title: z.string().optional(),
    description: z.string().optional(),
    keyword: z.array(z.string()).optional(),
    modified: z.string().optional(),
    issued: z.string().optional(),
    publisher: z.object({ '@type': z.literal('org:Organization'), name: z.string() }).optional(),
    contactPoint: z
      .object({ '@type': z.literal('vcard:Contact'), fn: z.string().optional(), hasEmail: z.string().optional() })
      .optional(),
    accessLevel: z.enum(['public', 'restricted public', 'non-public']).optional(),
    rights: z.string().optional(),
    license: Address.optional(),
    spatial: z.string().optional(),
    temporal: z.string().optional(),
    accrualPeriodicity: z.string().optional(),
    theme: z.array(z.string()).optional(),
    language: z.array(z.string()).optional(),
    landingPage: Address.optional(),
    references: z.array(Address).optional(),
    conformsTo: Address.optional(),
    isPartOf: z.string().optional(),
    distribution: z.array(Distribution).optional(),
  })
  .meta({ id: 'DcatUsDataset' });

export const DcatUsCatalogue = z
  .object({
    '@context': Address,
    '@id': Address,
    '@type': z.literal('dcat:Catalog'),
    conformsTo: Address,
    describedBy: Address,
    dataset: z.array(DcatUsDataset),
  })
  .meta({ id: 'DcatUsCatalogue' });

/** The answers of an address that can be had by this profile too: under a media type of its own, as its JSON is not ours. */
export const withDcatUs = (answers: Operation['answers'], schema: z.ZodType): Operation['answers'] => ({
  ...answers,
  200: { description: '', ...answers[200], contents: { ...answers[200]?.contents, [DCAT_US_TYPE]: schema } },
});
