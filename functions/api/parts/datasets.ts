/** The part of the API about what the catalogue holds. */

import { leadToDataset, showDataset } from '../dataset.ts';
import { listDatasetVariables } from '../dataset-variables.ts';
import { listDatasets } from '../datasets.ts';
import { showMap } from '../map.ts';
import { datasetDescriptions } from '../openapi/datasets.ts';
import { variableDescriptions } from '../openapi/variables.ts';
import { listProperties } from '../properties.ts';
import { showSameAs } from '../same-as.ts';
import { suggest } from '../suggest.ts';
import { listThemes } from '../themes.ts';
import { listVariables, showVariable } from '../variables.ts';

export const datasets = {
  useCases: {
    leadToDataset,
    listDatasetVariables,
    listDatasets,
    listProperties,
    listThemes,
    listVariables,
    showDataset,
    showMap,
    showSameAs,
    showVariable,
    suggest,
  },
  descriptions: { ...datasetDescriptions, ...variableDescriptions },
};
