/** What an ISO 19139 record covers: places by name and by box, and times. */
import { add, boxLiterals, iri, isUrl, literals, nodeValue } from '#harvesters/xml/raw-values.ts';
import { childOf, childrenOf, elementAt, elementsAt, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { type RawNode, rawNode } from '#schemas/reading.ts';
import { freeTexts, hrefIn, type Locales, textIn } from './iso-text.ts';

/** Adds the extents of a resource. A box and the description beside it are one place. */
export const addExtents = (node: RawNode, resource: XmlElement, locales: Locales): void => {
  for (const extent of elementsAt(resource, 'extent', 'EX_Extent')) {
    const geographic = childrenOf(extent, 'geographicElement').flatMap(({ children }) => children);
    const names = freeTexts(childOf(extent, 'description'), locales);
    const boxes = geographic.filter(({ name }) => name === 'EX_GeographicBoundingBox').map(boxOf);
    for (const box of boxes) {
      if (boxes.length === 1) add(box, 'name', ...names);
      addPlace(node, box);
    }
    for (const named of geographic.filter(({ name }) => name === 'EX_GeographicDescription')) {
      addPlace(node, namedPlace(named, locales));
    }
    // What describes an extent in time alone is no place.
    const isTime = geographic.length === 0 && childOf(extent, 'temporalElement') !== undefined;
    if (boxes.length !== 1 && names.length > 0 && !isTime) {
      const place = rawNode('Location');
      add(place, 'name', ...names);
      addPlace(node, place);
    }
    for (const time of elementsAt(extent, 'temporalElement', '*', 'extent', '*')) addPeriod(node, time);
  }
};

const addPlace = (node: RawNode, place: RawNode): void => {
  if (place.iri !== undefined || Object.keys(place.properties).length > 0) add(node, 'spatial', nodeValue(place));
};

const boxOf = (box: XmlElement): RawNode => {
  const limit = (name: string): string | undefined => textIn(childOf(box, name));
  const place = rawNode('Location');
  const sides = ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude'];
  add(place, 'bbox', ...boxLiterals(sides.map(limit)));
  return place;
};

const namedPlace = (description: XmlElement, locales: Locales): RawNode => {
  const code = elementAt(description, 'geographicIdentifier', '*', 'code');
  const text = textIn(code);
  const address = hrefIn(code) ?? (text !== undefined && isUrl(text) ? text : undefined);
  const place = rawNode('Location', address);
  if (text !== undefined && !isUrl(text)) add(place, 'name', ...freeTexts(code, locales));
  return place;
};

/** A period, or a moment, which is a period of its own. GML 3.2 writes the limits flat, older files as instants. */
const addPeriod = (node: RawNode, time: XmlElement): void => {
  const [moment] = textsAt(time, 'timePosition');
  const start = moment ?? limitOf(time, 'begin');
  const end = moment ?? limitOf(time, 'end');
  if (start === undefined && end === undefined) return;
  const period = rawNode('Period');
  add(period, 'startDate', ...literals(start));
  add(period, 'endDate', ...literals(end));
  add(node, 'temporal', nodeValue(period));
};

/** A limit; one that is said to be open or unknown has no text and is left out. */
const limitOf = (period: XmlElement, side: 'begin' | 'end'): string | undefined =>
  textsAt(period, `${side}Position`)[0] ?? textsAt(period, side, 'TimeInstant', 'timePosition')[0];

/** Adds the resolution in metres. */
export const addResolution = (node: RawNode, resource: XmlElement): void => {
  for (const distance of elementsAt(resource, 'spatialResolution', 'MD_Resolution', 'distance', '*')) {
    const unit = distance.attributes.uom ?? '';
    if (/^(?:m|metre|meter|.*[#/:](?:m|metre|9001))$/i.test(unit)) {
      add(node, 'spatialResolutionInMeters', ...literals(distance.text.trim() || undefined));
    } else if (distance.text.trim() !== '') {
      node.unmapped.spatialResolution = [
        ...(node.unmapped.spatialResolution ?? []),
        ...literals(`${distance.text.trim()} ${unit}`),
      ];
    }
  }
  for (const scale of elementsAt(
    resource,
    'spatialResolution',
    'MD_Resolution',
    'equivalentScale',
    '*',
    'denominator',
  )) {
    const text = textIn(scale);
    if (text !== undefined) node.unmapped.scale = [...(node.unmapped.scale ?? []), ...literals(`1:${text}`)];
  }
};

/** Adds a resource's own page where its identifier is one. */
export const addIdentifier = (node: RawNode, code: XmlElement | undefined): void => {
  const text = textIn(code);
  const address = hrefIn(code);
  add(node, 'identifier', ...literals(text));
  if (address !== undefined && isUrl(address) && address !== text) add(node, 'landingPage', iri(address));
};
