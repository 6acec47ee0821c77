/** Clinical quality databases on cancer and its screening. */
import { database, dovepress } from './clinical.ts';
import type { Register } from './register.ts';

export const cancerRegisters: readonly Register[] = [
  database(
    'lyfo',
    { da: 'Dansk Lymfomdatabase', en: 'Danish National Lymphoma Registry' },
    dovepress('danish-national-lymphoma-registry-peer-reviewed-fulltext-article'),
    {
      da: 'Udredning og behandling af lymfekræft. En del af landet har været med siden 1982, hele landet siden 2000.',
      en: 'Diagnosis and treatment of lymphoma. Part of the country has taken part since 1982, all of it since 2000.',
    },
    { abbreviation: 'LYFO', first: 1982 },
  ),
  database(
    'ald',
    { da: 'Dansk Akut Leukæmi-database', en: 'Danish National Acute Leukemia Registry' },
    'https://informahealthcare.com/doi/abs/10.2147/CLEP.S99460',
    {
      da: 'Voksne med akut leukæmi: den myeloide form siden 2000 og den lymfoblastære siden 2005. Næsten alle tilfælde er med.',
      en: 'Adults with acute leukaemia: the myeloid form since 2000 and the lymphoblastic one since 2005. Nearly every case is in it.',
    },
    { abbreviation: 'ALD', first: 2000 },
  ),
  database(
    'mds',
    { da: 'Myelodysplastisk syndrom (HÆMA)', en: 'Myelodysplastic syndrome database' },
    'https://informahealthcare.com/doi/abs/10.2147/CLEP.S99460',
    {
      da: 'Personer med myelodysplastisk syndrom. Databasen hører til den hæmatologiske gruppe HÆMA.',
      en: 'People with myelodysplastic syndromes. The database belongs to HÆMA, the group for haematology.',
    },
    { abbreviation: 'MDS', first: 2010 },
  ),
  database(
    'damyda',
    { da: 'Dansk Myelomatose Database', en: 'Danish National Multiple Myeloma Registry' },
    dovepress('the-danish-national-multiple-myeloma-registry-peer-reviewed-article'),
    {
      da: 'Knoglemarvskræft og beslægtede sygdomme, fra diagnosen til udfaldet af behandlingen.',
      en: 'Multiple myeloma and its relatives, from the diagnosis to the outcome of treatment.',
    },
    { abbreviation: 'DaMyDa', first: 2005 },
  ),
  database(
    'dlcr',
    { da: 'Dansk Lunge Cancer Register', en: 'Danish Lung Cancer Registry' },
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5094603/',
    {
      da: 'Lungekræft, der er opstået i lungen selv. Siden november 2013 fortæller patienterne også selv, hvordan det går.',
      en: 'Cancer that began in the lung itself. Since November 2013 patients also tell how they are doing.',
    },
    { abbreviation: 'DLCR', first: 2000 },
  ),
  database(
    'darenca',
    { da: 'Dansk Renal Cancer Database', en: 'Danish Renal Cancer Database' },
    dovepress('registrations-of-patients-with-renal-cell-carcinoma-in-the-nationwide--peer-reviewed-article'),
    { da: 'Behandlingen af kræft i nyrerne.', en: 'The treatment of cancer of the kidney.' },
    { abbreviation: 'DaRenCa' },
  ),
  database(
    'dgcd',
    { da: 'Dansk Gynækologisk Cancer Database', en: 'Danish Gynecological Cancer Database' },
    dovepress('danish-gynecological-cancer-database-peer-reviewed-fulltext-article'),
    {
      da: 'Kræft i kvindens underlivsorganer. Oplysningerne samles med dem fra patologi-, patient- og dødsregistrene.',
      en: 'Cancers of the female genital organs. The data are brought together with those of the pathology, patient and death registers.',
    },
    { abbreviation: 'DGCD', first: 2005 },
  ),
  database(
    'dmd',
    { da: 'Dansk Melanom Database', en: 'Danish Melanoma Database' },
    dovepress('the-danish-melanoma-database-peer-reviewed-article'),
    {
      da: 'Modermærkekræft i huden. En sammenligning med patologiregisteret fandt 93 % af tilfældene.',
      en: 'Melanoma of the skin. A comparison with the pathology register found 93 % of the cases.',
    },
    { abbreviation: 'DMD' },
  ),
  database(
    'dahanca',
    { da: 'Dansk Hoved-Hals Cancer Database', en: 'Danish Head and Neck Cancer Database' },
    'https://danishhealthdata.com/find-health-data/Danish-Head-and-Neck-Cancer-Database',
    {
      da: 'Kræft i hoved og hals, fra den dag patienten første gang ses på en kræftafdeling.',
      en: 'Cancer of the head and neck, from the day on which the patient is first seen by oncologists.',
    },
    {
      abbreviation: 'DAHANCA',
      link: 'https://danishhealthdata.com/find-health-data/Danish-Head-and-Neck-Cancer-Database',
    },
  ),
  database(
    'dkms',
    { da: 'Dansk Kvalitetsdatabase for Mammografiscreening', en: 'Danish Quality Database for Mammography Screening' },
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5094619/',
    {
      da: 'Screening for brystkræft hvert andet år. Data hentes fra regionernes indkaldelser og fra patologi- og patientregistrene. Tallet for personer gælder august 2015.',
      en: 'Breast cancer screening every second year. Data come from the regions’ invitations and from the pathology and patient registers. The number of people is that of August 2015.',
    },
    {
      abbreviation: 'DKMS',
      first: 2007,
      individuals: 888_151,
      population: { da: 'Kvinder mellem 50 og 69 år', en: 'Women aged 50 to 69' },
    },
  ),
];
