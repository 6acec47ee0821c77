/** The part of the API about how good descriptions are, and what their owners see of it. */
import { listLinks, showDatasetLinks } from '../checked-links.ts';
import { showDatasetQuality } from '../dataset-quality.ts';
import { ownerDescriptions } from '../openapi/owners.ts';
import { qualityDescriptions } from '../openapi/quality.ts';
import { resumeLetters, showLetters } from '../owner-letters.ts';
import { chooseFrequency, confirmDataset, harvestNow, previewNow, showOwnerLink, unsubscribe } from '../owner-links.ts';
import { keepOwnerReport, showOwnerReport } from '../owner-report.ts';
import { listOwners, showOwner } from '../owners.ts';
import { showQualitySummary } from '../quality-summary.ts';

export const quality = {
  useCases: {
    chooseFrequency,
    confirmDataset,
    harvestNow,
    keepOwnerReport,
    listLinks,
    listOwners,
    previewNow,
    resumeLetters,
    showDatasetLinks,
    showDatasetQuality,
    showLetters,
    showOwner,
    showOwnerLink,
    showOwnerReport,
    showQualitySummary,
    unsubscribe,
  },
  descriptions: { ...qualityDescriptions, ...ownerDescriptions },
};
