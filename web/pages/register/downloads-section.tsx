/** The description for machines: every format, and every profile. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { Section } from './section.tsx';

/** Formats of the whole description, by suffix. */
const FORMATS = [
  ['ttl', 'Turtle'],
  ['jsonld', 'JSON-LD'],
  ['rdf', 'RDF/XML'],
  ['nt', 'N-Triples'],
  ['json', 'JSON'],
] as const;

/** Profiles with the format that each is mostly read in. */
const PROFILES = [
  ['dcat-ap-3', 'ttl', 'DCAT-AP 3'],
  ['dcat-ap-dk-3', 'ttl', 'DCAT-AP-DK 3'],
  ['healthdcat-ap-r8', 'ttl', 'HealthDCAT-AP Release 8'],
  ['schema-org', 'jsonld', 'schema.org'],
  ['croissant', 'jsonld', 'Croissant'],
  ['dcat-us', 'json', 'DCAT-US'],
] as const;

/** Plain links, which work without the pages; a browser keeps what they lead to under the register's id. */
export function DownloadsSection({ id }: { readonly id: string }): JSX.Element {
  const { say } = useSpeech();
  return (
    <Section part="downloads">
      <p>{say('downloads.whole')}</p>
      <ul class="link-row">
        {FORMATS.map(([suffix, name]) => (
          <li key={suffix}>
            <a href={`/v1/datasets/${id}.${suffix}`} download={`${id}.${suffix}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p>{say('downloads.profiles')}</p>
      <ul class="link-row">
        {PROFILES.map(([profile, suffix, name]) => (
          <li key={profile}>
            <a href={`/v1/datasets/${id}.${suffix}?profile=${profile}`} download={`${id}.${profile}.${suffix}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
