/**
 * The profile that a request asks for: by `?profile=`, else by the `profile` of the range that `Accept` prefers (RFC 6906), else by
 * `Accept-Profile` (W3C, Content Negotiation by Profile). A profile in a header that we do not have is passed over; one in the
 * address is refused.
 */
import * as z from 'zod';
import type { DocumentLanguage } from '#publishing/profiles/plain-values.ts';
import {
  type ExportProfile,
  exportProfiles,
  findProfile,
  isRdfProfile,
  profileTable,
} from '#publishing/profiles/profiles.ts';
import type { RdfFormat } from './ports.ts';
import { Refusal } from './problem-types.ts';
import type { ApiRequest } from './request.ts';

/** What an answer by a profile depends on besides its address. */
export const VARY_BY_PROFILE = 'Accept, Accept-Profile';

/** JSON as DCAT-US has it, told from our own by its profile: whoever expects ours takes no other for it. */
export const DCAT_US_TYPE = `application/json; profile="${profileTable['dcat-us'].iri}"`;

/** `profile`, among those that an address has. */
export const profileParameter = <const Names extends readonly [ExportProfile, ...ExportProfile[]]>(names: Names) =>
  z.enum(names, { error: `one of ${names.join(', ')}` }).optional();

/** `language`, as a document that has one takes it. */
export const LanguageParameter = z.enum(['da', 'en'], { error: 'da or en' }).optional();

type ProfileFormat = 'json' | RdfFormat;

const RDF_FORMATS: readonly RdfFormat[] = ['jsonld', 'ttl', 'nt', 'rdf'];

/** The formats of a profile, the one first that a client gets who takes anything. */
export const formatsOf = (profile: ExportProfile): readonly ProfileFormat[] => {
  if (isRdfProfile(profile)) return RDF_FORMATS;
  return profile === 'dcat-us' ? ['json'] : ['jsonld'];
};

interface Named {
  readonly quality: number;
  readonly name: string | undefined;
}

const qualityOf = (part: string): number => Number(/;\s*q=([\d.]+)/i.exec(part)?.[1] ?? 1);

const best = (named: readonly Named[]): string | undefined =>
  [...named].filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality)[0]?.name;

/** The profile of the range that a client likes best; a range that it likes better and that has none takes it away. */
const acceptedProfile = (accept: string): string | undefined =>
  best(
    accept.split(',').map((part) => ({ quality: qualityOf(part), name: /;\s*profile="?([^";\s]+)/i.exec(part)?.[1] })),
  );

/** `<iri>;q=0.8, <iri>`: the best of those that we have. */
const profileOfHeader = (header: string): string | undefined =>
  best(
    header
      .split(',')
      .map((part) => ({ quality: qualityOf(part), name: /<([^<>]+)>/.exec(part)?.[1] }))
      .filter(({ name }) => name !== undefined && findProfile(name) !== undefined),
  );

/** The profile of a request among those that its address has; undefined for the whole record, as we have it. */
export function askedProfile<Profile extends ExportProfile>(
  { headers }: ApiRequest,
  named: Profile | undefined,
  offered: readonly Profile[],
): Profile | undefined {
  if (named !== undefined) return named;
  const { accept = '', 'accept-profile': header = '' } = headers;
  const found = findProfile(acceptedProfile(accept) ?? '') ?? findProfile(profileOfHeader(header) ?? '');
  return offered.find((each) => each === found);
}

/**
 * The language of the document that was asked for.
 * @throws Refusal `unknown-parameter` where all languages stand in it anyway.
 */
export function askedLanguage(
  language: DocumentLanguage | undefined,
  profile: ExportProfile | undefined,
): DocumentLanguage | undefined {
  if (language === undefined || (profile !== undefined && !isRdfProfile(profile))) return language;
  const several = exportProfiles.filter((each) => !isRdfProfile(each)).join(', ');
  const detail = `goes with the profiles ${several}; every other answer has all languages`;
  throw new Refusal('unknown-parameter', { detail: 'Look at: language.', errors: [{ parameter: 'language', detail }] });
}

/** The links of an answer that has profiles: which it keeps to, and where the others are. */
export const profileLinks = <Profile extends ExportProfile>(
  chosen: Profile | undefined,
  offered: readonly Profile[],
  {
    types,
    href,
  }: {
    readonly types: Readonly<Record<ProfileFormat, string>>;
    readonly href: (profile: Profile, format: ProfileFormat) => string;
  },
) => [
  ...(chosen === undefined ? [] : [{ href: profileTable[chosen].iri, rel: 'profile' }]),
  ...offered
    .filter((profile) => profile !== chosen)
    .flatMap((profile) => {
      // The first of its formats alone: its own answer names the others.
      const [format] = formatsOf(profile);
      if (format === undefined) return [];
      const { iri } = profileTable[profile];
      return [{ href: href(profile, format), rel: 'alternate', type: types[format], formats: iri }];
    }),
];
