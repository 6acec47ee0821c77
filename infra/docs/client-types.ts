/** The types of the client package, made of the description of the API. */
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiText } from '#functions/api/openapi/document.ts';

const HEAD = '/** Made of docs/openapi.json by `npm run docs:openapi`: not to be edited. */\n';

/** The text of `client/api-types.ts`. */
export async function clientTypes(): Promise<string> {
  return `${HEAD}${astToString(await openapiTS(openApiText()))}`;
}
