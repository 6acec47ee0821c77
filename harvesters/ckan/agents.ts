/** Publishers, creators and contacts: lists of objects (ckanext-scheming), fields with a prefix (ckanext-dcat), or CKAN's own. */
import { isObject } from '#harvesters/json/value.ts';
import type { ClassName } from '#schemas/property.ts';
import { type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { type FieldRow, Fields, isIri, listOf, put, textOf, unmapped } from './fields.ts';

const rows: Partial<Record<ClassName, readonly FieldRow[]>> = {
  Agent: [
    ['name', 'name', 'title', 'fn'],
    ['type', 'type', 'publisher_type'],
    ['identifier', 'identifier'],
    ['homepage', 'url', 'homepage'],
    ['description', 'note', 'publisher_note'],
    ['trustedDataHolder', 'trusted_data_holder'],
  ],
  ContactPoint: [
    ['fn', 'name', 'title', 'fn'],
    ['organizationName', 'organization', 'organization_name'],
    ['hasURL', 'url', 'homepage'],
    ['hasTelephone', 'telephone', 'phone'],
  ],
};

type AgentClass = 'Agent' | 'ContactPoint';

/** The agents that a value describes: objects field by field, names and addresses as they are. */
export const agentsOf = (className: AgentClass, value: unknown): RawValue[] =>
  listOf(value).flatMap((one): RawValue[] => {
    if (!isObject(one)) {
      const text = textOf(one);
      return text === undefined ? [] : [{ kind: 'literal', value: text }];
    }
    const node = agentNode(className, new Fields(one));
    return says(node) ? [{ kind: 'node', node }] : [];
  });

/** Fields with a prefix, such as `publisher_name` and `dcat_publisher_email`, gathered into one agent. */
const prefixedAgent = (className: AgentClass, fields: Fields, ...prefixes: readonly string[]): RawValue[] => {
  const own = new Fields({});
  for (const part of ['name', 'email', 'url', 'uri', 'type', 'identifier', 'telephone', 'phone', 'note'] as const) {
    const names = prefixes.flatMap((prefix) => [`${prefix}_${part}`, `${prefix}-${part}`]);
    own.add(part, fields.take(...names));
  }
  const node = agentNode(className, own);
  return says(node) ? [{ kind: 'node', node }] : [];
};

const agentNode = (className: AgentClass, fields: Fields): RawNode => {
  const uri = fields.takeText('uri');
  const node = rawNode(className, uri !== undefined && isIri(uri) ? uri : undefined);
  fields.fill(node, className, rows[className] ?? []);
  put(node, className === 'Agent' ? 'mbox' : 'hasEmail', mailOf(fields.take('email')));
  fields.rest(node);
  return node;
};

const mailOf = (value: unknown): RawValue[] =>
  listOf(value).flatMap((one) => {
    const text = textOf(one);
    if (text === undefined) return [];
    return [{ kind: 'iri', value: isIri(text) ? text : `mailto:${text.trim()}` }];
  });

const says = (node: RawNode): boolean =>
  node.iri !== undefined || Object.keys(node.properties).length > 0 || Object.keys(node.unmapped).length > 0;

/**
 * Who publishes, made and answers for a package. The organisation publishes where nobody else is named; the author made it;
 * the maintainer answers for it, and the author where there is no maintainer.
 */
export const putAgents = (node: RawNode, fields: Fields): void => {
  const publisher = either(agentsOf('Agent', fields.take('publisher')), () =>
    prefixedAgent('Agent', fields, 'publisher', 'dcat_publisher'),
  );
  const organisation = organisationOf(fields);
  put(
    node,
    'publisher',
    either(publisher, () => organisation),
  );
  if (publisher.length > 0) for (const name of namesOf(organisation)) unmapped(node, 'organization', name);
  const first = node.properties.publisher?.[0];
  if (first?.kind === 'node') {
    // HealthDCAT-AP forms keep these beside the publisher and not in it.
    fields.fill(first.node, 'Agent', [
      ['description', 'publisher_note'],
      ['type', 'publisher_type'],
      ['trustedDataHolder', 'trusted_data_holder'],
    ]);
  }
  const author = prefixedAuthor('Agent', fields, 'author');
  const authorContact = prefixedAuthor('ContactPoint', fields, 'author');
  const creator = either(agentsOf('Agent', fields.take('creator')), () =>
    prefixedAgent('Agent', fields, 'creator', 'dcat_creator'),
  );
  put(
    node,
    'creator',
    either(creator, () => author),
  );
  const contact = either(agentsOf('ContactPoint', fields.take('contact', 'contact_point')), () =>
    prefixedAgent('ContactPoint', fields, 'contact'),
  );
  const maintainer = prefixedAuthor('ContactPoint', fields, 'maintainer');
  put(
    node,
    'contactPoint',
    either(contact, () => either(maintainer, () => authorContact)),
  );
  fields.drop('author', 'author_email', 'maintainer', 'maintainer_email');
  put(node, 'hdab', agentsOf('Agent', fields.take('hdab')));
};

const either = (found: RawValue[], other: () => RawValue[]): RawValue[] => (found.length > 0 ? found : other());

/** CKAN's own pairs: `author` and `author_email`, `maintainer` and `maintainer_email`. */
const prefixedAuthor = (className: AgentClass, fields: Fields, name: string): RawValue[] =>
  agentsOf(className, { name: fields.peek(name), email: fields.peek(`${name}_email`) });

const namesOf = (agents: readonly RawValue[]): string[] =>
  agents.flatMap((agent) =>
    agent.kind === 'node'
      ? (agent.node.properties.name ?? []).flatMap((name) => (name.kind === 'node' ? [] : name.value))
      : [agent.value],
  );

/** The organisation that a package belongs to, by what people read of it. */
const organisationOf = (fields: Fields): RawValue[] => {
  const organisation = fields.take('organization');
  if (!isObject(organisation)) return [];
  const { title_translated, title, display_name, name, id } = organisation;
  return agentsOf('Agent', { name_translated: title_translated, name: title ?? display_name ?? name, identifier: id });
};
