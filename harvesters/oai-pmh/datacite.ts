/** The DataCite metadata schema, kernel 3 and 4, as repositories of research data write it. */
import {
  add,
  addUnmapped,
  boxLiterals,
  doiOf,
  doiUrl,
  iri,
  isLicence,
  isUrl,
  literalOf,
  literals,
  nodeValue,
  WKT,
} from '#harvesters/xml/raw-values.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsAt,
  textOf,
  textsAt,
  type XmlElement,
} from '#harvesters/xml/xml-element.ts';
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { type Description, lastPart } from './description.ts';
import { addRights } from './oai-dc.ts';

/** The record of a <resource> element. */
export const dataCiteRecord = (resource: XmlElement): Description => {
  const node = rawNode('Dataset');
  addNames(node, resource);
  addTexts(node, resource);
  addPeople(node, resource);
  addDates(node, resource);
  addRelations(node, resource);
  for (const rights of elementsAt(resource, 'rightsList', 'rights')) addRightsOf(node, rights);
  for (const place of elementsAt(resource, 'geoLocations', 'geoLocation')) addPlace(node, place);
  addFiles(node, resource);
  const types = addType(node, childOf(resource, 'resourceType'));
  return { node, types };
};

const addNames = (node: RawNode, resource: XmlElement): void => {
  for (const element of childrenOf(resource, 'identifier')) {
    const text = textOf(element);
    const doi = text === undefined ? undefined : doiOf(text);
    add(node, 'identifier', ...literals(text));
    if (doi !== undefined) add(node, 'landingPage', iri(doiUrl(doi)));
    else if (text !== undefined && isUrl(text)) add(node, 'landingPage', iri(text));
  }
  for (const element of elementsAt(resource, 'alternateIdentifiers', 'alternateIdentifier'))
    addOtherName(node, element);
};

const addOtherName = (node: RawNode, element: XmlElement): void => {
  const text = textOf(element);
  if (text === undefined) return;
  if (isUrl(text)) add(node, 'landingPage', iri(text));
  else {
    const other = rawNode('Identifier');
    add(other, 'notation', literal(text));
    add(other, 'schemaAgency', ...literals(attributeOf(element, 'alternateIdentifierType')));
    add(node, 'otherIdentifier', nodeValue(other));
  }
};

const addTexts = (node: RawNode, resource: XmlElement): void => {
  for (const title of elementsAt(resource, 'titles', 'title')) {
    add(node, attributeOf(title, 'titleType') === undefined ? 'title' : 'alternative', ...literalOf(title));
  }
  for (const description of elementsAt(resource, 'descriptions', 'description')) {
    const type = attributeOf(description, 'descriptionType') ?? 'Abstract';
    if (type === 'Abstract') add(node, 'description', ...literalOf(description));
    else addUnmapped(node, `description ${type}`, textOf(description));
  }
  for (const subject of elementsAt(resource, 'subjects', 'subject')) add(node, 'keyword', ...literalOf(subject));
  add(node, 'language', ...literals(...textsAt(resource, 'language')));
  add(node, 'version', ...literals(...textsAt(resource, 'version')));
};

/** A name as it is written, with the identifiers that stand beside it. */
const agentOf = (element: XmlElement, nameElement: string): RawNode | undefined => {
  const name = childOf(element, nameElement) ?? element;
  const text = textOf(name);
  if (text === undefined) return undefined;
  const agent = rawNode('Agent');
  add(agent, 'name', ...literalOf(name));
  add(
    agent,
    'identifier',
    ...literals(...textsAt(element, 'nameIdentifier'), attributeOf(element, 'publisherIdentifier')),
  );
  addUnmapped(agent, 'affiliation', ...textsAt(element, 'affiliation'));
  return agent;
};

/** The kinds of contributors that our record has a place for. */
const CONTRIBUTORS: Readonly<Record<string, 'contactPoint' | 'rightsHolder'>> = {
  ContactPerson: 'contactPoint',
  RightsHolder: 'rightsHolder',
};

const addPeople = (node: RawNode, resource: XmlElement): void => {
  for (const element of elementsAt(resource, 'creators', 'creator')) {
    const agent = agentOf(element, 'creatorName');
    if (agent !== undefined) add(node, 'creator', nodeValue(agent));
  }
  for (const element of childrenOf(resource, 'publisher')) {
    const agent = agentOf(element, 'publisherName');
    if (agent !== undefined) add(node, 'publisher', nodeValue(agent));
  }
  for (const element of elementsAt(resource, 'contributors', 'contributor')) addContributor(node, element);
  for (const funder of elementsAt(resource, 'fundingReferences', 'fundingReference')) {
    addUnmapped(
      node,
      'funder',
      [...textsAt(funder, 'funderName'), ...textsAt(funder, 'awardNumber')].join(' ') || undefined,
    );
  }
};

const addContributor = (node: RawNode, element: XmlElement): void => {
  const type = attributeOf(element, 'contributorType') ?? 'Other';
  const agent = agentOf(element, 'contributorName');
  const key = Object.hasOwn(CONTRIBUTORS, type) ? CONTRIBUTORS[type] : undefined;
  if (agent === undefined) return;
  if (key === undefined) addUnmapped(node, `contributor ${type}`, ...textsAt(element, 'contributorName'));
  else if (key === 'rightsHolder') add(node, key, nodeValue(agent));
  else {
    const contact = rawNode('ContactPoint');
    add(contact, 'fn', ...(agent.properties.name ?? []));
    add(node, key, nodeValue(contact));
  }
};

/** `Issued` wins over the bare year of publication, which is the least that DataCite asks for. */
const addDates = (node: RawNode, resource: XmlElement): void => {
  const issued: RawValue[] = [];
  for (const element of elementsAt(resource, 'dates', 'date')) {
    const text = textOf(element);
    if (text === undefined) continue;
    const type = attributeOf(element, 'dateType') ?? 'Other';
    if (type === 'Issued') issued.push(literal(text));
    else if (type === 'Updated') add(node, 'modified', literal(text));
    else if (type === 'Coverage' || type === 'Collected') add(node, 'temporal', literal(text));
    else addUnmapped(node, `date ${type}`, text);
  }
  const years = textsAt(resource, 'publicationYear');
  add(node, 'issued', ...(issued.length > 0 ? issued : literals(...years)));
  if (issued.length > 0) addUnmapped(node, 'publicationYear', ...years);
};

/** The kinds of relation that our record has a place for; any other that is an address is a relation. */
const RELATIONS: Readonly<Record<string, string>> = {
  IsVersionOf: 'isVersionOf',
  HasVersion: 'hasVersion',
  IsNewVersionOf: 'isVersionOf',
  IsDerivedFrom: 'source',
  IsReferencedBy: 'isReferencedBy',
  IsCitedBy: 'isReferencedBy',
  IsDocumentedBy: 'page',
  IsDescribedBy: 'page',
};

const addRelations = (node: RawNode, resource: XmlElement): void => {
  for (const element of elementsAt(resource, 'relatedIdentifiers', 'relatedIdentifier')) {
    const text = textOf(element);
    if (text === undefined) continue;
    const type = attributeOf(element, 'relationType') ?? '';
    const doi = attributeOf(element, 'relatedIdentifierType') === 'DOI' ? (doiOf(text) ?? undefined) : doiOf(text);
    const address = doi === undefined ? text : doiUrl(doi);
    const key = Object.hasOwn(RELATIONS, type) ? (RELATIONS[type] ?? 'relation') : 'relation';
    if (isUrl(address)) add(node, key, iri(address));
    else addUnmapped(node, `relatedIdentifier ${type}`.trim(), text);
  }
};

/** A licence by its address, or by the code of SPDX; what is neither is read as in Dublin Core. */
const addRightsOf = (node: RawNode, element: XmlElement): void => {
  const address = attributeOf(element, 'rightsURI');
  const spdx = attributeOf(element, 'rightsIdentifierScheme')?.toUpperCase() === 'SPDX';
  const code = spdx ? attributeOf(element, 'rightsIdentifier') : undefined;
  if (address !== undefined) addRights(node, element, address);
  else if (code !== undefined) add(node, 'license', literal(code));
  const text = textOf(element);
  if (text === undefined) return;
  if (address === undefined && code === undefined) addRights(node, element, text);
  else if (address !== undefined && !isLicence(address)) add(node, 'rights', ...literalOf(element));
};

const addPlace = (node: RawNode, element: XmlElement): void => {
  const place = rawNode('Location');
  add(place, 'name', ...childrenOf(element, 'geoLocationPlace').flatMap(literalOf));
  const box = childOf(element, 'geoLocationBox');
  const point = childOf(element, 'geoLocationPoint');
  add(place, 'bbox', ...boxLiterals(limitsOf(box)));
  const [longitude, latitude] = pointOf(point);
  if (longitude !== undefined && latitude !== undefined) {
    add(place, 'centroid', literal(`POINT(${longitude} ${latitude})`, undefined, WKT));
  }
  if (Object.keys(place.properties).length > 0) add(node, 'spatial', nodeValue(place));
};

/** West, south, east and north. Kernel 3 writes `south west north east` as one text. */
const limitsOf = (box: XmlElement | undefined): (string | undefined)[] => {
  const [south, west, north, east] = textOf(box)?.split(/\s+/) ?? [];
  if (east !== undefined) return [west, south, east, north];
  return ['west', 'south', 'east', 'north'].map(
    (side) => textsAt(box, `${side}Bound${side === 'west' || side === 'east' ? 'Longitude' : 'Latitude'}`)[0],
  );
};

const pointOf = (point: XmlElement | undefined): (number | undefined)[] => {
  const [latitude, longitude] = textOf(point)?.split(/\s+/) ?? [];
  const written = [longitude ?? textsAt(point, 'pointLongitude')[0], latitude ?? textsAt(point, 'pointLatitude')[0]];
  return written.map((text) => (/^[+-]?\d+(?:\.\d*)?$/.test(text ?? '') ? Number(text) : undefined));
};

/** One format and a page make a distribution, as in Dublin Core; sizes are texts such as `3 MB` or `12 pages`. */
const addFiles = (node: RawNode, resource: XmlElement): void => {
  const formats = textsAt(resource, 'formats', 'format');
  const [format] = formats;
  const [page] = node.properties.landingPage ?? [];
  addUnmapped(node, 'size', ...textsAt(resource, 'sizes', 'size'));
  if (format === undefined || formats.length > 1 || page === undefined) {
    addUnmapped(node, 'format', ...formats);
    return;
  }
  const distribution = rawNode('Distribution');
  add(distribution, 'accessURL', page);
  add(distribution, format.includes('/') ? 'mediaType' : 'format', literal(format));
  add(node, 'distribution', nodeValue(distribution));
};

const addType = (node: RawNode, element: XmlElement | undefined): string[] => {
  const general = attributeOf(element, 'resourceTypeGeneral');
  const text = textOf(element);
  if (text !== undefined && lastPart(text) !== 'dataset') add(node, 'type', literal(text));
  if (general !== undefined) addUnmapped(node, 'resourceTypeGeneral', general);
  return [general, text].flatMap((type) => type ?? []);
};
