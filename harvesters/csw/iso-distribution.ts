/** How the data of an ISO 19139 record are got at: its online resources, with the protocols they speak. */
import { add, addUnmapped, iri, isUrl, nodeValue } from '#harvesters/xml/raw-values.ts';
import { childOf, elementsAt, textOf, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { literal, type RawNode, rawNode } from '#schemas/reading.ts';
import { codeOf, freeTexts, hrefIn, type Locales, textIn } from './iso-text.ts';

/** Adds a distribution for each online resource, and a document for one that only informs. */
export const addDistributions = (node: RawNode, metadata: XmlElement, locales: Locales): void => {
  for (const holder of elementsAt(metadata, 'distributionInfo', 'MD_Distribution')) {
    const formats = [
      ...elementsAt(holder, 'distributionFormat', 'MD_Format', 'name'),
      ...elementsAt(holder, 'distributor', 'MD_Distributor', 'distributorFormat', 'MD_Format', 'name'),
    ].flatMap((name) => textIn(name) ?? []);
    // Which of several formats belongs to which address is not said.
    const format = new Set(formats).size === 1 ? formats[0] : undefined;
    if (format === undefined) addUnmapped(node, 'distributionFormat', ...formats);
    const options = [
      ...elementsAt(holder, 'transferOptions', 'MD_DigitalTransferOptions'),
      ...elementsAt(holder, 'distributor', 'MD_Distributor', 'distributorTransferOptions', 'MD_DigitalTransferOptions'),
    ];
    for (const option of options) {
      for (const resource of elementsAt(option, 'onLine', 'CI_OnlineResource'))
        addOnline(node, resource, format, locales);
    }
  }
};

const addOnline = (node: RawNode, resource: XmlElement, format: string | undefined, locales: Locales): void => {
  const address = textOf(childOf(childOf(resource, 'linkage'), 'URL')) ?? textIn(childOf(resource, 'linkage'));
  if (address === undefined) return;
  const purpose = codeOf(childOf(resource, 'function'));
  const names = freeTexts(childOf(resource, 'name'), locales);
  const descriptions = freeTexts(childOf(resource, 'description'), locales);
  if (purpose === 'information') {
    const page = rawNode('Document', isUrl(address) ? address : undefined);
    if (page.iri === undefined) add(page, 'identifier', literal(address));
    add(page, 'title', ...names);
    add(page, 'description', ...descriptions);
    add(node, 'page', nodeValue(page));
    return;
  }
  const distribution = rawNode('Distribution');
  add(distribution, 'accessURL', iri(address));
  const protocol = childOf(resource, 'protocol');
  if (purpose === 'download' || /download/i.test(textIn(protocol) ?? ''))
    add(distribution, 'downloadURL', iri(address));
  add(distribution, 'title', ...names);
  add(distribution, 'description', ...descriptions);
  if (format !== undefined) add(distribution, 'format', literal(format));
  addProtocol(distribution, protocol, locales);
  add(node, 'distribution', nodeValue(distribution));
};

/** A protocol is a standard that the distribution conforms to, by its address where it has one. */
const addProtocol = (distribution: RawNode, protocol: XmlElement | undefined, locales: Locales): void => {
  const text = textIn(protocol);
  if (text === undefined) return;
  const address = hrefIn(protocol) ?? (isUrl(text) ? text : undefined);
  const standard = rawNode('Standard', address);
  if (text !== address) add(standard, 'title', ...freeTexts(protocol, { ...locales, main: undefined }));
  add(distribution, 'conformsTo', nodeValue(standard));
};
