/**
 * The tests of F-UJI 0.8 that give points, by F-UJI's ids. Where F-UJI counts one of several tests (`alternative`), the metric
 * stands as one row under its own id.
 */
import type { Metric } from './metric.ts';

const test = <const Id extends string>(id: Id, property: string | undefined, da: string, en: string) =>
  ({
    id,
    on: 'dataset',
    type: 'boolean',
    ...(property !== undefined && { property: `Dataset.${property}` }),
    label: { da, en },
  }) as const satisfies Metric;

export const fairMetrics = [
  test('FsF-F1-01MD-1', 'identifier', 'Identifikatoren er entydig', 'The identifier is globally unique'),
  test(
    'FsF-F1-02MD-1',
    'otherIdentifier',
    'Identifikatoren er af en varig slags',
    'The identifier is of a persistent kind',
  ),
  test(
    'FsF-F1-02MD-2',
    undefined,
    'Den varige identifikator er registreret',
    'The persistent identifier is registered',
  ),
  test('FsF-F2-01M-2', 'creator', 'Det, en henvisning kræver, er der', 'What a citation takes is there'),
  test('FsF-F2-01M-3', 'creator', 'De grundlæggende oplysninger er der', 'The core description is there'),
  test('FsF-F3-01M-2', 'distribution', 'Data kan nås fra beskrivelsen', 'The description leads to the data'),
  test('FsF-F4-01M-1', undefined, 'Søgemaskiner kan læse siden', 'Search engines can read the page'),
  test('FsF-A1-01M-1', 'accessRights', 'Adgangen er beskrevet', 'The access is described'),
  test(
    'FsF-A1-02MD-1',
    'landingPage',
    'Beskrivelsen kan hentes ved sin identifikator',
    'The metadata can be had by their identifier',
  ),
  test(
    'FsF-A1-02MD-2',
    'distribution',
    'Data kan hentes ved deres identifikator',
    'The data can be had by their identifier',
  ),
  test(
    'FsF-A1.1-01MD-1',
    'landingPage',
    'Beskrivelsen nås ad en almindelig protokol',
    'The metadata are reached by a standard protocol',
  ),
  test(
    'FsF-A1.1-01MD-2',
    'distribution',
    'Data nås ad en almindelig protokol',
    'The data are reached by a standard protocol',
  ),
  test(
    'FsF-A1.2-01MD-1',
    'landingPage',
    'Protokollen til beskrivelsen kan kræve login',
    'The protocol to the metadata supports authentication',
  ),
  test(
    'FsF-A1.2-01MD-2',
    'distribution',
    'Protokollen til data kan kræve login',
    'The protocol to the data supports authentication',
  ),
  test('FsF-I1-01M', undefined, 'Beskrivelsen findes i et formelt sprog', 'The metadata are in a formal language'),
  test(
    'FsF-I2-01M-2',
    undefined,
    'Beskrivelsen bruger registrerede ordlister',
    'The metadata use registered vocabularies',
  ),
  test('FsF-I3-01M', 'relation', 'Beslægtede ressourcer er angivet', 'Related resources are referenced'),
  test('FsF-R1-01M-1', 'type', 'Ressourcens type er angivet', 'The type of resource is given'),
  test(
    'FsF-R1-01M-2',
    'distribution',
    'Filernes størrelse og format eller tjenestens adresse er angivet',
    'Size and format of the files, or the address of a service, are given',
  ),
  test('FsF-R1.1-01M-1', 'license', 'Licensen er angivet', 'The licence is given'),
  test(
    'FsF-R1.2-01M',
    'wasGeneratedBy',
    'Det fremgår, hvordan data er blevet til',
    'It is said how the data came to be',
  ),
  test('FsF-R1.3-01M', undefined, 'Beskrivelsen følger fagets standard', 'The metadata follow a standard of the field'),
  test(
    'FsF-R1.3-02D-1',
    'distribution',
    'Formatet er åbent, varigt eller videnskabeligt',
    'The format is open, long-lived or scientific',
  ),
] as const;
