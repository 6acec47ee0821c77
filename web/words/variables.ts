/** What is said of variables. */
import type { Word } from './word.ts';

export const variableWords = {
  'variable.name': { da: 'Navn', en: 'Name' },
  'variable.table': { da: 'Tabel', en: 'Table' },
  'variable.description': { da: 'Beskrivelse', en: 'Description' },
  'variable.datatype': { da: 'Datatype', en: 'Data type' },
  'variable.years': { da: 'År', en: 'Years' },
  'variable.register': { da: 'Register', en: 'Register' },
  'variables.search.here': { da: 'Søg i registerets variabler', en: 'Search the variables of the register' },
  'variables.csv': { da: 'Hent variablerne som CSV', en: 'Download the variables as CSV' },
  'variables.table': { da: 'Tabel over variabler', en: 'Table of variables' },
  'variables.title': { da: 'Variabler', en: 'Variables' },
  'variables.lead': {
    da: 'Find ud af, hvilke registre der har en variabel, og siden hvornår.',
    en: 'Find out which registers hold a variable, and since when.',
  },
  'variables.search': { da: 'Søg efter en variabel', en: 'Search for a variable' },
  'variables.found': {
    da: { one: '1 variabel fundet.', other: '{count} variabler fundet.' },
    en: { one: '1 variable found.', other: '{count} variables found.' },
  },
  'variables.mean': { da: 'Mente du', en: 'Did you mean' },
  'variables.registers': { da: 'Registre', en: 'Registers' },
  'variable.in': {
    da: { one: 'Findes i 1 register.', other: 'Findes i {count} registre.' },
    en: { one: 'Found in 1 register.', other: 'Found in {count} registers.' },
  },
  'variable.back': { da: 'Alle variabler', en: 'All variables' },
} as const satisfies Record<string, Word>;
