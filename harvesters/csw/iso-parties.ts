/** Responsible parties of ISO 19139: whoever stands in a role that our record has a place for stands there. */
import { add, iri, literals, nodeValue } from '#harvesters/xml/raw-values.ts';
import { childOf, childrenOf, elementAt, elementsAt, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { type RawNode, rawNode } from '#schemas/reading.ts';
import { codeOf, freeTexts, type Locales, textIn } from './iso-text.ts';

/** INSPIRE's list of roles has an address for each. */
const ROLES = 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/';

const AGENTS: Readonly<Record<string, 'publisher' | 'creator' | 'rightsHolder'>> = {
  publisher: 'publisher',
  author: 'creator',
  owner: 'rightsHolder',
};

/** Adds the parties of a resource; whoever is the contact of the record itself answers for one that names nobody. */
export const addParties = (node: RawNode, metadata: XmlElement, resource: XmlElement, locales: Locales): void => {
  const own = [
    ...elementsAt(resource, 'pointOfContact', 'CI_ResponsibleParty'),
    ...elementsAt(resource, 'citation', 'CI_Citation', 'citedResponsibleParty', 'CI_ResponsibleParty'),
  ];
  for (const party of own) addParty(node, party, locales);
  if (node.properties.contactPoint !== undefined) return;
  for (const party of elementsAt(metadata, 'contact', 'CI_ResponsibleParty')) {
    add(node, 'contactPoint', nodeValue(contactOf(party, locales)));
  }
};

const addParty = (node: RawNode, party: XmlElement, locales: Locales): void => {
  const role = codeOf(childOf(party, 'role')) ?? 'pointOfContact';
  if (role === 'pointOfContact') {
    add(node, 'contactPoint', nodeValue(contactOf(party, locales)));
    return;
  }
  const agent = nodeValue(agentOf(party, locales));
  const key = Object.hasOwn(AGENTS, role) ? AGENTS[role] : undefined;
  if (key !== undefined) add(node, key, agent);
  else if (/^[A-Za-z]+$/.test(role)) {
    const attribution = rawNode('Attribution');
    add(attribution, 'agent', agent);
    add(attribution, 'hadRole', iri(ROLES + role));
    add(node, 'qualifiedAttribution', nodeValue(attribution));
  }
};

const namesOf = (party: XmlElement, locales: Locales) => {
  const organisation = freeTexts(childOf(party, 'organisationName'), locales);
  return { organisation, person: freeTexts(childOf(party, 'individualName'), locales) };
};

const contactInfo = (party: XmlElement): XmlElement | undefined => elementAt(party, 'contactInfo', 'CI_Contact');

const emailsOf = (party: XmlElement): string[] =>
  elementsAt(contactInfo(party), 'address', 'CI_Address', 'electronicMailAddress').flatMap(
    (email) => textIn(email) ?? [],
  );

const phonesOf = (party: XmlElement): string[] =>
  elementsAt(contactInfo(party), 'phone', 'CI_Telephone', 'voice').flatMap((voice) => textIn(voice) ?? []);

const pagesOf = (party: XmlElement): string[] =>
  textsAt(contactInfo(party), 'onlineResource', 'CI_OnlineResource', 'linkage', 'URL');

const contactOf = (party: XmlElement, locales: Locales): RawNode => {
  const { organisation, person } = namesOf(party, locales);
  const position = childrenOf(party, 'positionName').flatMap((name) => freeTexts(name, locales));
  const contact = rawNode('ContactPoint');
  add(contact, 'fn', ...([person, organisation, position].find((names) => names.length > 0) ?? []));
  if (person.length > 0) add(contact, 'organizationName', ...organisation);
  const [email] = emailsOf(party);
  if (email !== undefined) add(contact, 'hasEmail', iri(/^mailto:/i.test(email) ? email : `mailto:${email}`));
  add(contact, 'hasTelephone', ...literals(...phonesOf(party)));
  add(contact, 'hasURL', ...pagesOf(party).slice(0, 1).map(iri));
  return contact;
};

const agentOf = (party: XmlElement, locales: Locales): RawNode => {
  const { organisation, person } = namesOf(party, locales);
  const agent = rawNode('Agent');
  add(agent, 'name', ...(organisation.length > 0 ? organisation : person));
  const contact = rawNode('AgentContactPoint');
  add(contact, 'email', ...literals(...emailsOf(party)));
  add(contact, 'telephone', ...literals(...phonesOf(party)));
  if (Object.keys(contact.properties).length > 0) add(agent, 'contactPoint', nodeValue(contact));
  add(agent, 'homepage', ...pagesOf(party).slice(0, 1).map(iri));
  return agent;
};
