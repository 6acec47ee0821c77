/** Clinical quality databases on operations, anaesthesia and intensive care. */
import { database, dovepress } from './clinical.ts';
import type { Register } from './register.ts';

export const surgeryRegisters: readonly Register[] = [
  database(
    'dhr',
    { da: 'Dansk Hoftealloplastik Register', en: 'Danish Hip Arthroplasty Register' },
    dovepress('the-danish-hip-arthroplasty-register-peer-reviewed-article'),
    {
      da: 'Kunstige hofter, både den første og dem, der siden udskiftes. Indberetning er en pligt.',
      en: 'Artificial hips, the first ones and those that are replaced later. Reporting is a duty.',
    },
    {
      abbreviation: 'DHR',
      first: 1995,
      population: { da: 'Patienter, der får en kunstig hofte', en: 'Patients given an artificial hip' },
    },
  ),
  database(
    'dkr',
    { da: 'Dansk Knæalloplastikregister', en: 'Danish Knee Arthroplasty Register' },
    dovepress('existing-data-sources-for-clinical-epidemiology-the-danish-knee-arthro-peer-reviewed-fulltext-article'),
    {
      da: 'Operationer, hvor et knæ får en protese. Frem til 2010 var der 62.586 førstegangsoperationer.',
      en: 'Operations that give a knee a prosthesis. Up to 2010 there were 62,586 first operations.',
    },
    {
      abbreviation: 'DKR',
      first: 1997,
      population: { da: 'Patienter, der får et kunstigt knæ', en: 'Patients given an artificial knee' },
    },
  ),
  database(
    'dsr-skulder',
    { da: 'Dansk Skulderalloplastik Register', en: 'Danish Shoulder Arthroplasty Registry' },
    dovepress('high-completeness-and-accurate-reporting-of-key-variables-make-data-fr-peer-reviewed-fulltext-article'),
    {
      da: 'Kunstige skulderled. Oplysningerne fra 2006 til 2015 er efterprøvet.',
      en: 'Artificial shoulder joints. The data of 2006 to 2015 have been validated.',
    },
    {
      abbreviation: 'DSR',
      first: 2004,
      population: { da: 'Patienter, der får en kunstig skulder', en: 'Patients given an artificial shoulder' },
    },
  ),
  database(
    'drhoftebrud',
    {
      da: 'Dansk Tværfagligt Register for Hoftenære Lårbensbrud',
      en: 'Danish Multidisciplinary Hip Fracture Registry',
    },
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6959215/',
    {
      da: 'Forløbet for ældre, der opereres for et brud nær hoften. Tallet for personer gælder udgangen af 2018.',
      en: 'The care of older people who are operated on for a fracture near the hip. The number of people is that of the end of 2018.',
    },
    {
      abbreviation: 'DMHFR',
      first: 2004,
      individuals: 86_438,
      population: { da: 'Opererede patienter på 65 år og derover', en: 'Operated patients aged 65 and over' },
    },
  ),
  database(
    'dhhd',
    { da: 'Dansk Hysterektomi- og Hysteroskopidatabase', en: 'Danish Hysterectomy and Hysteroscopy Database' },
    dovepress('the-danish-hysterectomy-and-hysteroscopy-database-peer-reviewed-fulltext-article'),
    {
      da: 'Planlagte operationer i livmoderen, når der ikke er tale om kræft. Data dannes af Landspatientregisteret.',
      en: 'Planned operations on the womb where there is no cancer. The data are drawn from the patient register.',
    },
    {
      abbreviation: 'DHHD',
      first: 2003,
      population: {
        da: 'Kvinder med planlagt, godartet livmoderkirurgi',
        en: 'Women with planned surgery for benign conditions of the womb',
      },
    },
  ),
  database(
    'dugabase',
    { da: 'Dansk Urogynækologisk Database', en: 'Danish Urogynaecological Database' },
    'https://doi.org/10.2147/CLEP.S99511',
    {
      da: 'Operationer for urininkontinens og nedsynkning, omkring 5.200 om året.',
      en: 'Operations for urinary incontinence and prolapse, about 5,200 a year.',
    },
    {
      abbreviation: 'DugaBase',
      population: {
        da: 'Kvinder opereret for inkontinens eller nedsynkning',
        en: 'Women operated on for incontinence or prolapse',
      },
    },
  ),
  database(
    'did',
    { da: 'Dansk Intensiv Database', en: 'Danish Intensive Care Database' },
    dovepress('the-danish-intensive-care-database-peer-reviewed-fulltext-article'),
    {
      da: 'Så godt som alle ophold på intensivafdelinger. Data dannes af Landspatientregisteret.',
      en: 'Practically every stay in intensive care. The data are drawn from the patient register.',
    },
    { abbreviation: 'DID', established: 2007, first: 2005 },
  ),
  database(
    'dad',
    { da: 'Dansk Anæstesi Database', en: 'Danish Anaesthesia Database' },
    dovepress('the-danish-anaesthesia-database-peer-reviewed-article'),
    {
      da: 'Bedøvelser og sedationer. I 2014 kom 278.679 ind, omkring syv af ti i landet.',
      en: 'Anaesthesia and sedation. 278,679 cases came in during 2014, about seven out of ten in the country.',
    },
    { abbreviation: 'DAD', first: 2004 },
  ),
];
