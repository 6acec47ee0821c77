/** The description of the API as a page: plain HTML from the document, which works in every browser and without script. */
import { html, type Markup } from '#publishing/report/html/markup.ts';
import { docsStyle } from './docs-style.ts';
import type { Json } from './document.ts';
import { isJsonObject, type JsonObject, list, object, string } from './json-parts.ts';
import { schemaMarkup } from './schema-markup.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

const operationsOf = (document: JsonObject): Listed[] =>
  Object.entries(object(document.paths)).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = object(methods)[method];
      return isJsonObject(operation) ? [{ path, method: method.toUpperCase(), operation }] : [];
    }),
  );

/** A text of the document: what stands between backticks is code, as in Markdown. */
const prose = (text: Json | undefined): Markup =>
  html`${string(text)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;

/** What the bearer must have, as the document names it. */
const needOf = (operation: JsonObject): string =>
  list(operation.security)
    .flatMap((requirement) => list(object(requirement).bearer))
    .map(string)
    .join(', ');

const parameterRow = (parameter: JsonObject): Markup => html`<tr>
<th scope="row"><code>${string(parameter.name)}</code></th>
<td>${string(parameter.in)}${parameter.required === true ? ', required' : ''}</td>
<td>${schemaMarkup(object(parameter.schema))}</td>
<td>${prose(parameter.description)}</td></tr>`;

function parametersMarkup(operation: JsonObject): Markup {
  const parameters = list(operation.parameters).map(object);
  if (parameters.length === 0) return html``;
  return html`<h4>Parameters</h4><div class="wide"><table>
<tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Value</th><th scope="col">What it is for</th></tr>
${parameters.map(parameterRow)}</table></div>`;
}

/** Media types with their schemas; types of one schema stand together. */
function contentMarkup(content: Json | undefined): Markup {
  const groups = new Map<string, { readonly types: string[]; readonly schema: JsonObject }>();
  for (const [type, value] of Object.entries(object(content))) {
    const schema = object(object(value).schema);
    const key = JSON.stringify(schema);
    groups.set(key, { types: [...(groups.get(key)?.types ?? []), type], schema });
  }
  return html`${[...groups.values()].map(
    ({ types, schema }) =>
      html`<p><code>${types.join(', ')}</code></p>${
        schema.type === 'string' ? html`` : html`<div class="schema">${schemaMarkup(schema)}</div>`
      }`,
  )}`;
}

const answerMarkup = ([status, answer]: [string, Json]): Markup => html`<tr>
<th scope="row">${status}</th>
<td>${prose(object(answer).description)}${status < '400' ? contentMarkup(object(answer).content) : html``}</td></tr>`;

function operationMarkup({ path, method, operation }: Listed): Markup {
  const need = needOf(operation);
  const id = string(operation.operationId);
  const body = object(operation.requestBody);
  return html`<section class="operation" id="${id}" aria-labelledby="${id}-name">
<h3 id="${id}-name"><a href="#${id}"><span class="method">${method}</span> <code>${path}</code></a></h3>
<p>${string(operation.summary)}${operation.deprecated === true ? ' (deprecated)' : ''}</p>
${operation.description === undefined ? html`` : html`<p>${prose(operation.description)}</p>`}
${need === '' ? html`` : html`<p class="need">Needs a bearer token with the scope <code>${need}</code>.</p>`}
<details><summary>Parameters, body and answers</summary>
${parametersMarkup(operation)}
${body.content === undefined ? html`` : html`<h4>Body</h4>${contentMarkup(body.content)}`}
<h4>Answers</h4><table>${Object.entries(object(operation.responses)).map(answerMarkup)}</table>
</details></section>`;
}

function tagMarkup(tag: JsonObject, operations: readonly Listed[]): Markup {
  const name = string(tag.name);
  const own = operations.filter(({ operation }) => list(operation.tags).includes(name));
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${name}</h2><p>${string(tag.description)}</p>
${own.map(operationMarkup)}</section>`;
}

const componentMarkup = ([name, schema]: [string, Json]): Markup =>
  html`<section class="operation"><h3 id="schema-${name}"><code>${name}</code></h3>
<details><summary>Members</summary>${schemaMarkup(object(schema))}</details></section>`;

/** Writes the page. */
export function docsPage(document: Json): string {
  const root = object(document);
  const info = object(root.info);
  const tags = list(root.tags).map(object);
  const operations = operationsOf(root);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${string(info.title)}: the API</title><style>${docsStyle}</style></head><body>
<header><h1>${string(info.title)}: the API</h1>
${string(info.description)
  .split('\n\n')
  .map((paragraph) => html`<p>${paragraph}</p>`)}
<p>Version ${string(info.version)}. <a href="/v1/openapi.json">The OpenAPI document</a> · <a href="/">Start</a></p>
<p><code>curl "$BASE/v1/datasets?limit=5"</code></p></header>
<nav aria-label="Contents"><ul>${tags.map(
    ({ name }) => html`<li><a href="#${string(name)}">${string(name)}</a></li>`,
  )}<li><a href="#schemas">Schemas</a></li></ul></nav>
<main>${tags.map((tag) => tagMarkup(tag, operations))}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
${Object.entries(object(object(root.components).schemas)).map(componentMarkup)}</section></main>
</body></html>
`;
  return page.text;
}
