/** Categories of electronic health data for secondary use: Article 51(1)(a)–(q) of Regulation (EU) 2025/327, in its order. */
import { ehdsVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const healthCategory: Vocabulary = ehdsVocabulary('healthcategories', [
  ['EHRS', 'Elektroniske sundhedsdata fra elektroniske patientjournaler', 'Electronic health data from EHRs'],
  [
    'DIOH',
    'Data om faktorer, der påvirker sundheden, herunder socioøkonomiske, miljømæssige og adfærdsmæssige',
    'Data on factors impacting on health, including socio-economic, environmental and behavioural determinants of health',
  ],
  [
    'NRPE',
    'Aggregerede data om behov for, ressourcer til og udgifter til sundhedspleje',
    'Aggregated data on healthcare needs, resources allocated to healthcare, the provision of and access to healthcare, healthcare expenditure and financing',
  ],
  ['RPDG', 'Data om patogener, der påvirker menneskers sundhed', 'Data on pathogens that impact human health'],
  [
    'HRAD',
    'Sundhedsrelaterede administrative data, herunder om udlevering og tilskud',
    'Healthcare-related administrative data, including on dispensations, reimbursement claims and reimbursements',
  ],
  ['HGPD', 'Humane genetiske, epigenomiske og genomiske data', 'Human genetic, epigenomic and genomic data'],
  [
    'HPML',
    'Andre humane molekylære data, såsom proteomiske, metabolomiske og andre omiske data',
    'Other human molecular data such as proteomic, transcriptomic, metabolomic, lipidomic and other omic data',
  ],
  [
    'PGEH',
    'Personlige sundhedsdata, der dannes automatisk af medicinsk udstyr',
    'Personal electronic health data automatically generated through medical devices',
  ],
  ['WELA', 'Data fra wellnessapplikationer', 'Data from wellness applications'],
  [
    'IDHP',
    'Data om sundhedspersoners status, speciale og institution',
    'Data on professional status, and on the specialisation and institution of health professionals involved in the treatment of a natural person',
  ],
  [
    'PHDR',
    'Data fra befolkningsbaserede sundhedsregistre',
    'Data from population-based health data registries such as public health registries',
    'population-based health data registries',
  ],
  [
    'MRMR',
    'Data fra medicinske registre og dødsårsagsregistre',
    'Data from medical registries and mortality registries',
    'medical registries and mortality registries',
  ],
  [
    'EHCT',
    'Data fra kliniske forsøg, studier, afprøvninger og undersøgelser af ydeevne',
    'Data from clinical trials, clinical studies, clinical investigations and performance studies',
    'clinical trials',
  ],
  ['EMRD', 'Andre sundhedsdata fra medicinsk udstyr', 'Other health data from medical devices'],
  [
    'RMMD',
    'Data fra registre over lægemidler og medicinsk udstyr',
    'Data from registries for medicinal products and medical devices',
  ],
  [
    'RQSH',
    'Data fra forskningskohorter, spørgeskemaer og undersøgelser om sundhed',
    'Data from research cohorts, questionnaires and surveys related to health, after the first publication of the related results',
    'Data from research cohorts, questionnaires and surveys related to health',
  ],
  [
    'EINS',
    'Sundhedsdata fra biobanker og tilknyttede databaser',
    'Health data from biobanks and associated databases',
    'biobank',
  ],
]);
