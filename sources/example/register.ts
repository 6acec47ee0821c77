/** What the example knows of a register. Names, owners, years, codes and addresses are facts; every sentence is ours. */

/** A text in Danish and English. */
export interface Text {
  readonly da: string;
  readonly en: string;
}

/** One variable, by its public name. */
export interface Variable {
  readonly name: string;
  readonly datatype: 'string' | 'date' | 'integer' | 'decimal' | 'boolean';
  readonly about: Text;
  /** First and last year with data; left out where they are those of the register. */
  readonly from?: number;
  readonly to?: number;
}

/** A table of a register, with its variables. */
export interface VariableTable {
  readonly name: string;
  readonly about: Text;
  readonly variables: readonly Variable[];
}

export type Frequency = 'continuous' | 'daily' | 'monthly' | 'annual';

type RegisterType =
  | 'national register'
  | 'clinical quality database'
  | 'surveillance database'
  | 'administrative register'
  | 'data warehouse'
  | 'research database'
  | 'biobank'
  | 'cohort'
  | 'survey';

export interface Register {
  readonly id: string;
  readonly name: Text;
  readonly abbreviation?: string;
  /** An id of an owner in owners.ts; left out where no page that we kept names the owner. */
  readonly owner?: string;
  readonly type: RegisterType;
  /** The year it was set up, where that is another one than the first year with data. */
  readonly established?: number;
  readonly first?: number;
  readonly last?: number;
  /** Whether it takes in the whole country. */
  readonly nationwide?: boolean;
  readonly area?: Text;
  readonly population?: Text;
  readonly frequency?: Frequency;
  /** Laws and orders, as their owners quote them. */
  readonly law?: string;
  /** A public page about the register. */
  readonly link?: string;
  /** Where the facts can be checked: an article or page. */
  readonly reference: string;
  readonly individuals?: number;
  readonly records?: number;
  readonly about: Text;
  readonly tables?: readonly VariableTable[];
}

/** The sentence that every page and every record of the example carries. */
export const banner: Text = {
  da: 'Eksempelkopi – ikke ejerens egen publikation',
  en: 'Example copy – not the owner’s publication',
};

/** Frequencies in words, and by their code in the EU's vocabulary. */
export const frequencies: Readonly<Record<Frequency, Text & { readonly code: string }>> = {
  continuous: { da: 'løbende', en: 'continuous', code: 'CONT' },
  daily: { da: 'daglig', en: 'daily', code: 'DAILY' },
  monthly: { da: 'månedlig', en: 'monthly', code: 'MONTHLY' },
  annual: { da: 'årlig', en: 'annual', code: 'ANNUAL' },
};
