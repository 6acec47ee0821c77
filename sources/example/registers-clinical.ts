/** The clinical quality databases: one controller, one law, one way in; what differs is who is in them and since when. */
import type { Register, Text } from './register.ts';

const listing = 'https://www.rkkp.dk/kvalitetsdatabaser/databaser/';
const dovepress = (name: string): string => `https://www.dovepress.com/${name}-CLEP`;

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

const database = (id: string, name: Text, reference: string, about: Text, facts: Facts = {}): Register => ({
  ...clinical,
  id,
  name,
  reference,
  about,
  ...facts,
});

/** Two databases in the owner's listing whose controller no page that we kept names. */
const withoutOwner = (register: Register): Register => {
  const { owner: _owner, law: _law, ...rest } = register;
  return rest;
};

const cancers: readonly Register[] = [
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

const surgery: readonly Register[] = [
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

const hearts: readonly Register[] = [
  database(
    'danstroke',
    { da: 'Dansk Apopleksiregister', en: 'Danish Stroke Registry' },
    dovepress('the-danish-stroke-registry-peer-reviewed-fulltext-article'),
    {
      da: 'Behandlingen af slagtilfælde siden 2003 og af forbigående blodprop i hjernen siden 2013.',
      en: 'The treatment of stroke since 2003 and of transient attacks since 2013.',
    },
    { abbreviation: 'DAP', first: 2003 },
  ),
  database(
    'dhf',
    { da: 'Dansk Hjertesvigtdatabase', en: 'Danish Heart Failure Registry' },
    dovepress('the-danish-heart-failure-registry-peer-reviewed-article'),
    {
      da: 'Nye tilfælde af hjertesvigt hos voksne; omkring 42.400 frem til juli 2015.',
      en: 'New cases of heart failure in adults; about 42,400 up to July 2015.',
    },
    {
      abbreviation: 'DHFR',
      first: 2003,
      population: { da: 'Voksne med nyopstået hjertesvigt', en: 'Adults with new heart failure' },
    },
  ),
  database(
    'dhreg',
    { da: 'Dansk Hjerteregister', en: 'Danish Heart Registry' },
    dovepress('the-danish-heart-registry-peer-reviewed-fulltext-article'),
    {
      da: 'Undersøgelser og indgreb i hjertets kar og klapper, samlet fra databaserne i øst og vest. Udvidelser og operationer er fuldt med fra 2000, undersøgelser af kranspulsårerne fra 2006.',
      en: 'Examinations and procedures on the vessels and valves of the heart, brought together from the databases in the east and the west. Interventions and operations are complete from 2000, examinations of the coronary arteries from 2006.',
    },
    {
      abbreviation: 'DHR',
      first: 2000,
      population: { da: 'Patienter på 15 år og derover', en: 'Patients aged 15 and over' },
    },
  ),
  withoutOwner({
    ...database(
      'wdhr',
      { da: 'Vestdansk Hjertedatabase', en: 'Western Denmark Heart Registry' },
      'https://doi.org/10.2147/CLEP.S488498',
      {
        da: 'Undersøgelser af kranspulsårerne, ballonudvidelser og andre indgreb i hjertet i Vestdanmark.',
        en: 'Examinations of the coronary arteries, interventions and other heart procedures in western Denmark.',
      },
      { abbreviation: 'WDHR', first: 1999 },
    ),
    nationwide: false,
    area: { da: 'Vestdanmark', en: 'Western Denmark' },
  }),
  database(
    'afli',
    { da: 'Atrieflimren i Danmark', en: 'Danish Atrial Fibrillation Registry' },
    dovepress('the-danish-atrial-fibrillation-registry-a-multidisciplinary-national-p-peer-reviewed-fulltext-article'),
    {
      da: 'Hvor godt atrieflimren behandles, målt ud fra registre, som findes i forvejen.',
      en: 'How well atrial fibrillation is treated, measured from registers that exist already.',
    },
    { abbreviation: 'AFLI' },
  ),
];

const chronic: readonly Register[] = [
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

export const clinicalRegisters: readonly Register[] = [...cancers, ...surgery, ...hearts, ...chronic];
