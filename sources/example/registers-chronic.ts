/** Clinical quality databases on chronic diseases and mental disorders. */
import { database, dovepress, withoutOwner } from './clinical.ts';
import type { Register } from './register.ts';

export const chronicRegisters: readonly Register[] = [
  database(
    'dvdd',
    { da: 'Dansk Voksen Diabetes Database', en: 'Danish Adult Diabetes Database' },
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5098513/',
    {
      da: 'Voksne med diabetes og hvordan de behandles. Tallet for personer gælder 2014.',
      en: 'Adults with diabetes and how they are treated. The number of people is that of 2014.',
    },
    { abbreviation: 'DVDD', individuals: 70_826 },
  ),
  database(
    'drkol',
    {
      da: 'Dansk Register for Kronisk Obstruktiv Lungesygdom',
      en: 'Danish Register of Chronic Obstructive Pulmonary Disease',
    },
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6634267/',
    {
      da: 'Personer med KOL, set både på sygehuset og i almen praksis.',
      en: 'People with COPD, seen both in hospital and in general practice.',
    },
    { abbreviation: 'DrKOL', population: { da: 'Personer på 30 år og derover', en: 'People aged 30 and over' } },
  ),
  database(
    'drastma',
    { da: 'Dansk Register for Astma', en: 'Danish National Database for Asthma' },
    dovepress('the-danish-national-register-for-asthma-peer-reviewed-article'),
    { da: 'Behandlingen af astma hos børn og voksne.', en: 'The treatment of asthma in children and adults.' },
    {
      abbreviation: 'DrAstma',
      first: 2015,
      population: { da: 'Personer på 6 år og derover', en: 'People aged 6 and over' },
    },
  ),
  database(
    'ddd',
    { da: 'Dansk Depressionsdatabase', en: 'Danish Depression Database' },
    'https://danishhealthdata.com/find-health-data/Dansk-Depressionsdatabase',
    {
      da: 'Hvordan sygehuspsykiatrien behandler depression, indberettet med SKS-koder til Landspatientregisteret.',
      en: 'How hospital psychiatry treats depression, reported in SKS codes to the patient register.',
    },
    {
      abbreviation: 'DDD',
      first: 2011,
      population: {
        da: 'Voksne i behandling for depression i sygehuspsykiatrien',
        en: 'Adults treated for depression in hospital psychiatry',
      },
      link: 'https://danishhealthdata.com/find-health-data/Dansk-Depressionsdatabase',
    },
  ),
  database(
    'bipolar',
    { da: 'Bipolardatabasen', en: 'Bipolar disorder database' },
    'https://dagensmedicin.dk/nye-databaser-for-parkinson-og-bipolar-lidelse/',
    {
      da: 'Ny database om behandlingen af bipolar lidelse, besluttet i efteråret 2022.',
      en: 'A new database on the treatment of bipolar disorder, decided in autumn 2022.',
    },
  ),
  database(
    'parkinson',
    { da: 'Parkinsondatabasen', en: 'Parkinson database' },
    'https://dagensmedicin.dk/nye-databaser-for-parkinson-og-bipolar-lidelse/',
    {
      da: 'Ny database om behandlingen af Parkinsons sygdom, besluttet i efteråret 2022.',
      en: 'A new database on the treatment of Parkinson’s disease, decided in autumn 2022.',
    },
  ),
  withoutOwner(
    database(
      'scleros',
      { da: 'Det Danske Multiple Sclerose Register', en: 'Danish Multiple Sclerosis Registry' },
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7821574/',
      {
        da: 'Personer med multipel sklerose gennem mere end et halvt århundrede. Tallet for personer gælder maj 2020.',
        en: 'People with multiple sclerosis over more than half a century. The number of people is that of May 2020.',
      },
      { abbreviation: 'DMSR', first: 1956, individuals: 30_023 },
    ),
  ),
];
