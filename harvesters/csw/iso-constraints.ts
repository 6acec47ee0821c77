/** Constraints of ISO 19139: licences, access and everything else that is said about rights. */
import { add, addUnmapped, iri, isLicence, nodeValue } from '#harvesters/xml/raw-values.ts';
import { childrenOf, elementsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { literal, type RawNode, rawNode } from '#schemas/reading.ts';
import { codeOf, freeTexts, hrefIn, type Locales, textIn } from './iso-text.ts';

/** INSPIRE's way of saying that the public may have the data. */
const NO_LIMITATIONS =
  /^https?:\/\/inspire\.ec\.europa\.eu\/metadata-codelist\/LimitationsOnPublicAccess\/noLimitations$/i;

/** Adds the constraints of a resource. */
export const addConstraints = (node: RawNode, resource: XmlElement, locales: Locales): void => {
  for (const constraints of elementsAt(resource, 'resourceConstraints', '*')) {
    const sentences = [...childrenOf(constraints, 'otherConstraints'), ...childrenOf(constraints, 'useLimitation')];
    for (const sentence of sentences) addSentence(node, sentence, locales);
    for (const kind of ['accessConstraints', 'useConstraints', 'classification']) {
      const codes = childrenOf(constraints, kind).flatMap((code) => codeOf(code) ?? []);
      // `otherRestrictions` says only that the sentences say it.
      addUnmapped(node, kind, ...codes.filter((code) => code !== 'otherRestrictions'));
    }
  }
};

const addSentence = (node: RawNode, element: XmlElement, locales: Locales): void => {
  const text = textIn(element);
  const address = hrefIn(element) ?? /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(text ?? '')?.[0];
  if (address !== undefined && NO_LIMITATIONS.test(address)) add(node, 'accessRights', literal('PUBLIC'));
  else if (address !== undefined && isLicence(address)) {
    add(node, 'license', iri(address));
    if (text === address) return;
  }
  if (text === undefined) return;
  const rights = rawNode('RightsStatement', hrefIn(element));
  add(rights, 'label', ...freeTexts(element, locales));
  add(node, 'rights', nodeValue(rights));
};
