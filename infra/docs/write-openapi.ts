/** Writes `docs/openapi.json`, the description of the API as it is served at `/v1/openapi.json`. */
import { writeFileSync } from 'node:fs';
import { openApiText } from '#functions/api/openapi/document.ts';

writeFileSync(new URL('../../docs/openapi.json', import.meta.url), openApiText());
