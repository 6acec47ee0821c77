/** A JSON schema as a reader of the page sees it: what may stand there, members below one another. */
import { html, type Markup } from '#publishing/report/html/markup.ts';
import type { Json } from './document.ts';
import { isJsonObject, type JsonObject, list, object, string } from './json-parts.ts';

const PREFIX = '#/components/schemas/';

const alternatives = (schema: JsonObject): readonly JsonObject[] =>
  [...list(schema.anyOf), ...list(schema.oneOf)].map(object);

/** What a value is, in a line. */
function typeOf(schema: JsonObject): string {
  const types = Array.isArray(schema.type) ? schema.type.map(String) : [string(schema.type)];
  const format = schema.format === undefined ? '' : ` (${string(schema.format)})`;
  return `${types.filter((type) => type !== '').join(' or ') || 'anything'}${format}`;
}

function boundsOf({ minimum, maximum, minLength, maxLength, pattern, default: usual }: JsonObject): string {
  const bounds = [
    minimum === undefined ? [] : [`at least ${minimum}`],
    maximum === undefined ? [] : [`at most ${maximum}`],
    minLength === undefined ? [] : [`at least ${minLength} characters`],
    maxLength === undefined ? [] : [`at most ${maxLength} characters`],
    pattern === undefined ? [] : [`as ${pattern}`],
    usual === undefined ? [] : [`otherwise ${JSON.stringify(usual)}`],
  ].flat();
  return bounds.length === 0 ? '' : `, ${bounds.join(', ')}`;
}

function memberMarkup(name: string, schema: Json, required: boolean): Markup {
  const described = object(schema);
  return html`<li><code>${name}</code>${required ? '' : '?'}: ${schemaMarkup(described)}${
    described.description === undefined ? '' : ` – ${string(described.description)}`
  }</li>`;
}

/** Writes a schema; what has a name of its own is linked and not repeated. */
export function schemaMarkup(schema: JsonObject): Markup {
  const reference = string(schema.$ref);
  if (reference.startsWith(PREFIX)) {
    const name = reference.slice(PREFIX.length);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const choices = alternatives(schema);
  if (choices.length > 0) {
    return html`one of <ul>${choices.map((choice) => html`<li>${schemaMarkup(choice)}</li>`)}</ul>`;
  }
  const parts = list(schema.allOf).map(object);
  if (parts.length > 0)
    return html`${parts.map((part, index) => html`${index > 0 ? ' and ' : ''}${schemaMarkup(part)}`)}`;
  if (Array.isArray(schema.enum)) {
    return html`${schema.enum.map((value, index) => html`${index > 0 ? ' | ' : ''}<code>${JSON.stringify(value)}</code>`)}`;
  }
  if (isJsonObject(schema.items)) return html`list of ${schemaMarkup(schema.items)}`;
  if (isJsonObject(schema.properties)) {
    const required = list(schema.required);
    return html`<ul>${Object.entries(schema.properties).map(([name, member]) =>
      memberMarkup(name, member, required.includes(name)),
    )}</ul>`;
  }
  if (isJsonObject(schema.additionalProperties)) return html`map of ${schemaMarkup(schema.additionalProperties)}`;
  return html`${typeOf(schema)}${boundsOf(schema)}`;
}
