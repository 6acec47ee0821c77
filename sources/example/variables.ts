/** Some public variable names of three registers, explained in our own words. */
import type { Variable, VariableTable } from './register.ts';

const variable = (name: string, datatype: Variable['datatype'], da: string, en: string): Variable => ({
  name,
  datatype,
  about: { da, en },
});

const valid = (from: number, to: number | undefined, variables: readonly Variable[]): Variable[] =>
  variables.map((one) => ({ ...one, from, ...(to !== undefined && { to }) }));

const person = variable(
  'PNR',
  'string',
  'Personens nummer i pseudonymiseret form',
  'The person’s number in pseudonymised form',
);

export const hospitalTables: readonly VariableTable[] = [
  {
    name: 'LPR_ADM (LPR2)',
    about: { da: 'En række for hver kontakt til og med 2018', en: 'A row for each contact up to 2018' },
    variables: valid(1977, 2018, [
      person,
      variable(
        'RECNUM',
        'string',
        'Kontaktens nummer; nøgle til de andre tabeller',
        'The contact’s number; key to the other tables',
      ),
      variable('D_INDDTO', 'date', 'Den dag, kontakten begyndte', 'The day on which the contact began'),
      variable('D_UDDTO', 'date', 'Den dag, kontakten sluttede', 'The day on which the contact ended'),
      variable('C_ADIAG', 'string', 'Kontaktens vigtigste diagnose', 'The main diagnosis of the contact'),
      variable('C_PATTYPE', 'string', 'Indlagt, ambulant eller akut', 'Inpatient, outpatient or emergency'),
      variable('C_SPEC', 'string', 'Afdelingens speciale', 'The specialty of the department'),
    ]),
  },
  {
    name: 'LPR_DIAG (LPR2)',
    about: { da: 'Alle diagnoser for en kontakt til og med 2018', en: 'All diagnoses of a contact up to 2018' },
    variables: valid(1977, 2018, [
      variable('RECNUM', 'string', 'Kontaktens nummer', 'The contact’s number'),
      variable('C_DIAG', 'string', 'Diagnosens kode i SKS', 'The code of the diagnosis in SKS'),
      variable(
        'C_DIAGTYPE',
        'string',
        'Om diagnosen er hoved- eller bidiagnose',
        'Whether the diagnosis is main or secondary',
      ),
    ]),
  },
  {
    name: 'Kontakter (LPR3)',
    about: { da: 'En række for hver kontakt fra 2019', en: 'A row for each contact from 2019' },
    variables: valid(2019, undefined, [
      variable('DW_EK_KONTAKT', 'string', 'Kontaktens nøgle i LPR3', 'The key of the contact in LPR3'),
      variable('CPR', 'string', 'Personens nummer i pseudonymiseret form', 'The person’s number in pseudonymised form'),
      variable('DATO_START', 'date', 'Den dag, kontakten begyndte', 'The day on which the contact began'),
      variable('DATO_SLUT', 'date', 'Den dag, kontakten sluttede', 'The day on which the contact ended'),
      variable(
        'AKTIONSDIAGNOSE',
        'string',
        'Den diagnose, kontakten især handlede om',
        'The diagnosis that the contact was mostly about',
      ),
      variable('KONTAKTTYPE', 'string', 'Fysisk fremmøde, virtuelt eller andet', 'Visit in person, virtual or other'),
    ]),
  },
];

export const prescriptionTables: readonly VariableTable[] = [
  {
    name: 'LMDB',
    about: { da: 'Indløste recepter', en: 'Redeemed prescriptions' },
    variables: valid(1995, undefined, [
      person,
      variable('EKSD', 'date', 'Den dag, recepten blev indløst', 'The day on which the prescription was redeemed'),
      variable('ATC', 'string', 'Lægemidlets kode i WHO’s ATC', 'The code of the medicine in WHO’s ATC'),
      variable('VNR', 'string', 'Pakningens varenummer', 'The item number of the package'),
      variable('APK', 'integer', 'Antal pakninger', 'Number of packages'),
      variable('PACKSIZE', 'decimal', 'Enheder i en pakning', 'Units in a package'),
      variable('VOLUME', 'decimal', 'Mængde i definerede døgndoser', 'Amount in defined daily doses'),
      variable(
        'INDO',
        'string',
        'Kode for, hvad lægen gav midlet for',
        'Code of what the doctor gave the medicine for',
      ),
    ]),
  },
];

export const primaryCareTables: readonly VariableTable[] = [
  {
    name: 'SSSY',
    about: { da: 'Ydelser fra 2006', en: 'Services from 2006' },
    variables: valid(2006, undefined, [
      person,
      variable(
        'SPECIALE',
        'string',
        'Yderens speciale og ydelsens kode',
        'The provider’s specialty and the code of the service',
      ),
      variable('HONUGE', 'string', 'Den uge, ydelsen blev afregnet i', 'The week in which the service was settled'),
      variable(
        'BARNMAK',
        'string',
        'Om et barn er set på en forælders kort',
        'Whether a child was seen on a parent’s card',
      ),
      variable('BRUHON', 'decimal', 'Honoraret for ydelserne', 'The fee for the services'),
    ]),
  },
];
