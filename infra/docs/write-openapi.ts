/** Writes `docs/openapi.json`, the description of the API as it is served, and the client's types, which are made of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiText } from '#functions/api/openapi/document.ts';
import { clientTypes } from './client-types.ts';

const root = join(import.meta.dirname, '..', '..');
writeFileSync(join(root, 'docs', 'openapi.json'), openApiText());
writeFileSync(join(root, 'client', 'api-types.ts'), await clientTypes());
