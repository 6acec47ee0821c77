/** ISO 19139 (ISO 19115 in XML) as a raw record, after the mapping of GeoDCAT-AP. */
import { add, addUnmapped, iri, isUrl, literals, nodeValue } from '#harvesters/xml/raw-values.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementAt,
  elementsAt,
  textsAt,
  type XmlElement,
} from '#harvesters/xml/xml-element.ts';
import { EXCERPT_LENGTH, type Place, type RawNode, type Reading, rawNode } from '#schemas/reading.ts';
import { addConstraints } from './iso-constraints.ts';
import { addDistributions } from './iso-distribution.ts';
import { addExtents, addIdentifier, addResolution } from './iso-extent.ts';
import { addParties } from './iso-parties.ts';
import { codeOf, freeTexts, hrefIn, type Locales, localesOf, textIn, textsIn } from './iso-text.ts';

/** The name that a record keeps for ever. Where a bad record breaks off, it stands before that most often. */
export const isoIdentifierOf = (metadata: XmlElement): string | undefined =>
  textIn(childOf(metadata, 'fileIdentifier'));

/** INSPIRE's list of ISO's topic categories has an address for each. */
const TOPICS = 'http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/';

/** INSPIRE's lists of what a record is like; none of them says what its data are about. */
const CODE_LISTS = /^https?:\/\/inspire\.ec\.europa\.eu\/metadata-codelist\//i;

/** The reading of a record. What it describes must be of one of the kinds; others are skipped. */
export const readIsoRecord = (metadata: XmlElement, place: Place, levels: readonly string[]): Reading => {
  const identifier = isoIdentifierOf(metadata) ?? null;
  // ISO 19115 takes a record that says nothing of its level for a dataset.
  const level = codeOf(childOf(metadata, 'hierarchyLevel')) ?? 'dataset';
  const resource = childOf(metadata, 'identificationInfo')?.children[0];
  const isService = resource?.name === 'SV_ServiceIdentification' && !levels.includes('service');
  if (isService || !levels.some((wanted) => wanted.toLowerCase() === level.toLowerCase())) {
    const message = `The record ${identifier ?? ''} describes a ${isService ? 'service' : level}.`.slice(
      0,
      EXCERPT_LENGTH,
    );
    return { kind: 'skip', code: 'not-a-dataset', message, place };
  }
  if (resource === undefined) {
    const message = 'The record identifies no resource.';
    return { kind: 'rejection', code: 'incomplete-record', identifier, message, place };
  }
  const kind = level === 'series' ? 'DatasetSeries' : 'Dataset';
  const node = rawNode(kind);
  addAll(node, metadata, resource);
  return { kind: 'record', record: { kind, identifier, node, repairs: [], place } };
};

const addAll = (node: RawNode, metadata: XmlElement, resource: XmlElement): void => {
  const locales = localesOf(metadata);
  addCitation(node, resource, locales);
  add(node, 'description', ...freeTexts(childOf(resource, 'abstract'), locales));
  addKeywords(node, resource, locales);
  addParties(node, metadata, resource, locales);
  addMaintenance(node, resource);
  const languages = childrenOf(resource, 'language').flatMap((language) => languageIn(language));
  add(node, 'language', ...literals(...new Set(languages)));
  addExtents(node, resource, locales);
  addResolution(node, resource);
  addConstraints(node, resource, locales);
  addDistributions(node, metadata, locales);
  addQuality(node, metadata, locales);
  for (const name of ['purpose', 'supplementalInformation', 'credit'])
    addUnmapped(node, name, ...textsIn(resource, name));
  addUnmapped(node, 'status', ...childrenOf(resource, 'status').flatMap((status) => codeOf(status) ?? []));
  addUnmapped(node, 'dateStamp', textIn(childOf(metadata, 'dateStamp')));
};

/** American records write the country beside the language, as `eng; USA`. */
const languageIn = (element: XmlElement): string[] => {
  const language = codeOf(element)?.split(';', 1)[0]?.trim();
  return language === undefined || language === '' ? [] : [language];
};

const addCitation = (node: RawNode, resource: XmlElement, locales: Locales): void => {
  const citation = elementAt(resource, 'citation', 'CI_Citation');
  add(node, 'title', ...freeTexts(childOf(citation, 'title'), locales));
  for (const title of childrenOf(citation, 'alternateTitle')) add(node, 'alternative', ...freeTexts(title, locales));
  for (const code of elementsAt(citation, 'identifier', '*', 'code')) addIdentifier(node, code);
  add(node, 'version', ...literals(textIn(childOf(citation, 'edition'))));
  for (const date of elementsAt(citation, 'date', 'CI_Date')) addDate(node, date);
  const created = node.unmapped['date creation'];
  if (node.properties.issued !== undefined || created === undefined) return;
  add(node, 'issued', ...created);
  delete node.unmapped['date creation'];
};

/** When it was published says more than when it was made; the latter counts where nothing else is said. */
const addDate = (node: RawNode, date: XmlElement): void => {
  const written = textIn(childOf(date, 'date'));
  const type = codeOf(childOf(date, 'dateType'));
  if (type === 'revision') add(node, 'modified', ...literals(written));
  else if (type === 'publication') add(node, 'issued', ...literals(written));
  else addUnmapped(node, `date ${type ?? ''}`.trim(), written);
};

/** Keywords as words; those that a thesaurus has an address for are themes as well. */
const addKeywords = (node: RawNode, resource: XmlElement, locales: Locales): void => {
  for (const group of elementsAt(resource, 'descriptiveKeywords', 'MD_Keywords')) {
    const isThesaurus = childOf(group, 'thesaurusName') !== undefined;
    for (const keyword of childrenOf(group, 'keyword')) {
      const address = hrefIn(keyword);
      const text = textIn(keyword);
      const named = address ?? (text !== undefined && isUrl(text) ? text : undefined);
      if (named !== undefined && isUrl(named) && isThesaurus && !CODE_LISTS.test(named)) add(node, 'theme', iri(named));
      if (text !== undefined && !isUrl(text)) add(node, 'keyword', ...freeTexts(keyword, locales));
    }
  }
  for (const topic of elementsAt(resource, 'topicCategory', '*')) {
    const code = attributeOf(topic, 'codeListValue') ?? topic.text.trim();
    if (/^[A-Za-z]+$/.test(code)) add(node, 'theme', iri(TOPICS + code));
  }
};

const addMaintenance = (node: RawNode, resource: XmlElement): void => {
  for (const maintenance of elementsAt(resource, 'resourceMaintenance', 'MD_MaintenanceInformation')) {
    const code = codeOf(childOf(maintenance, 'maintenanceAndUpdateFrequency'));
    const own = textIn(childOf(maintenance, 'userDefinedMaintenanceFrequency'));
    add(node, 'accrualPeriodicity', ...literals(code ?? own));
    if (code !== undefined) addUnmapped(node, 'userDefinedMaintenanceFrequency', own);
  }
};

/** Where the data come from, and the specifications that they were tested against and pass. */
const addQuality = (node: RawNode, metadata: XmlElement, locales: Locales): void => {
  for (const quality of elementsAt(metadata, 'dataQualityInfo', 'DQ_DataQuality')) {
    for (const statement of elementsAt(quality, 'lineage', 'LI_Lineage', 'statement')) {
      const texts = freeTexts(statement, locales);
      if (texts.length === 0) continue;
      const provenance = rawNode('ProvenanceStatement');
      add(provenance, 'label', ...texts);
      add(node, 'provenance', nodeValue(provenance));
    }
    for (const result of elementsAt(quality, 'report', '*', 'result', 'DQ_ConformanceResult'))
      addConformance(node, result, locales);
  }
};

const addConformance = (node: RawNode, result: XmlElement, locales: Locales): void => {
  const [pass] = textsAt(result, 'pass', 'Boolean');
  if (pass !== 'true' && pass !== '1') return;
  const title = elementAt(result, 'specification', 'CI_Citation', 'title');
  const address = hrefIn(title) ?? hrefIn(childOf(result, 'specification'));
  const standard = rawNode('Standard', address);
  add(standard, 'title', ...freeTexts(title, locales));
  if (address !== undefined || standard.properties.title !== undefined) add(node, 'conformsTo', nodeValue(standard));
};
