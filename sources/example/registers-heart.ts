/** Clinical quality databases on the heart and on stroke. */
import { database, dovepress, withoutOwner } from './clinical.ts';
import type { Register } from './register.ts';

export const heartRegisters: readonly Register[] = [
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
