/** The part of the API that leads to all others. */
import { showMe } from '../me.ts';
import { showMetrics } from '../metrics.ts';
import { showDocs, showOpenApi } from '../openapi/show-openapi.ts';
import { startDescriptions } from '../openapi/start.ts';
import { showApiCatalog, showHealth, showProblemType, showRoot } from '../root.ts';
import { showSignIn } from '../sign-in.ts';

export const start = {
  useCases: {
    showApiCatalog,
    showDocs,
    showHealth,
    showMe,
    showMetrics,
    showOpenApi,
    showProblemType,
    showRoot,
    showSignIn,
  },
  descriptions: startDescriptions,
};
