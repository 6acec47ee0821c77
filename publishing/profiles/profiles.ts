/** The profiles that a dataset can be had by: what each is called, where it is specified, and which formats it has. */
import { profileIds } from '#schemas/profile.ts';

/** In the order in which answers name them. */
export const exportProfiles = [...profileIds, 'schema-org', 'croissant', 'dcat-us'] as const;
export type ExportProfile = (typeof exportProfiles)[number];

/** Profiles that are written from the dataset's triples, in every format of RDF. */
export const isRdfProfile = (profile: ExportProfile): profile is (typeof profileIds)[number] =>
  (profileIds as readonly string[]).includes(profile);

interface ProfileRow {
  /** The address of the specification, which names the profile wherever one has to be named (RFC 6906). */
  readonly iri: string;
  /** What clients name it by besides: its namespace, or its address without a version. */
  readonly alsoKnownAs: readonly string[];
}

export const profileTable: Readonly<Record<ExportProfile, ProfileRow>> = {
  'dcat-ap-3': {
    iri: 'https://semiceu.github.io/DCAT-AP/releases/3.0.1/',
    alsoKnownAs: ['http://data.europa.eu/r5r/', 'https://semiceu.github.io/DCAT-AP/releases/3.0.0/'],
  },
  'dcat-ap-dk-3': {
    iri: 'https://digst.github.io/DCAT-AP-DK/releases/v.3.0.0/docs/',
    alsoKnownAs: ['https://data.gov.dk/model/profile/dcat-ap-dk/'],
  },
  'healthdcat-ap-r8': {
    iri: 'https://healthdataeu.pages.code.europa.eu/healthdcat-ap/releases/release-8/',
    alsoKnownAs: ['https://healthdataeu.pages.code.europa.eu/healthdcat-ap/', 'http://healthdataportal.eu/ns/health#'],
  },
  'schema-org': {
    iri: 'https://schema.org/',
    alsoKnownAs: ['https://schema.org/Dataset'],
  },
  croissant: {
    iri: 'http://mlcommons.org/croissant/1.0',
    alsoKnownAs: ['http://mlcommons.org/croissant/'],
  },
  'dcat-us': {
    iri: 'https://project-open-data.cio.gov/v1.1/schema',
    alsoKnownAs: [],
  },
};

/** One form of an IRI that people write in several: http or https, a closing slash or none. */
const folded = (iri: string): string =>
  iri
    .trim()
    .replace(/^https?:/i, '')
    .replace(/(?<![/#])[/#]+$/, '');

const byName: ReadonlyMap<string, ExportProfile> = new Map(
  exportProfiles.flatMap((profile) => {
    const { iri, alsoKnownAs } = profileTable[profile];
    return [profile, folded(iri), ...alsoKnownAs.map(folded)].map((name) => [name, profile] as const);
  }),
);

/** The profile that a token or an IRI names; undefined for one that we do not have. */
export const findProfile = (named: string): ExportProfile | undefined => byName.get(folded(named));
