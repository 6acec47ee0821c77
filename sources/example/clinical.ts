/** What the clinical quality databases have in common: one controller, one law, one listing. */
import type { Register, Text } from './register.ts';

const listing = 'https://www.rkkp.dk/kvalitetsdatabaser/databaser/';
/** An article in Clinical Epidemiology. */
export const dovepress = (name: string): string => `https://www.dovepress.com/${name}-CLEP`;

/** What the databases have in common. */
const clinical = {
  owner: 'rkkp',
  type: 'clinical quality database',
  nationwide: true,
  law: 'Sundhedsloven § 196; BEK 881 af 28/06/2018',
  link: listing,
} as const;

interface Facts {
  readonly abbreviation?: string;
  readonly established?: number;
  readonly first?: number;
  readonly individuals?: number;
  readonly population?: Text;
  readonly link?: string;
}

/** A database by what is its own; the rest is what all of them have in common. */
export const database = (id: string, name: Text, reference: string, about: Text, facts: Facts = {}): Register => ({
  ...clinical,
  id,
  name,
  reference,
  about,
  ...facts,
});

/** Two databases in the owner's listing whose controller no page that we kept names. */
export const withoutOwner = (register: Register): Register => {
  const { owner: _owner, law: _law, ...rest } = register;
  return rest;
};
