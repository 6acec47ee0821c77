/** The part of the API about sources, runs, and what operators do. */
import { listAudit } from '../audit.ts';
import { listDeadLetters, replayDeadLetter, replayDeadLetters, showDeadLetter } from '../dead-letters.ts';
import { checkSourceBody, createSource, replaceSource, switchSource } from '../edit-sources.ts';
import { eraseContact, listErasures, showErasure } from '../erasures.ts';
import { erasureDescriptions } from '../openapi/erasures.ts';
import { harvestingDescriptions } from '../openapi/harvesting.ts';
import { overviewDescriptions } from '../openapi/overview.ts';
import { sourceDescriptions } from '../openapi/sources.ts';
import { decideHeld, replayRun, startRun } from '../operate.ts';
import { showOverview } from '../overview/overview.ts';
import { decideRename, listRenames } from '../renames.ts';
import { showRunDifference } from '../run-difference.ts';
import { listRunRequests, showRunPage } from '../run-pages.ts';
import { listRunProblems } from '../run-problems.ts';
import { listRunRecords } from '../run-records.ts';
import { listRuns, listSourceRuns, showRun } from '../runs.ts';
import { listSources, showSource } from '../sources.ts';

export const harvesting = {
  useCases: {
    checkSourceBody,
    createSource,
    decideHeld,
    decideRename,
    eraseContact,
    listAudit,
    listDeadLetters,
    listErasures,
    listRenames,
    listRunProblems,
    listRunRecords,
    listRunRequests,
    listRuns,
    listSourceRuns,
    listSources,
    replaceSource,
    replayDeadLetter,
    replayDeadLetters,
    replayRun,
    showDeadLetter,
    showErasure,
    showOverview,
    showRun,
    showRunDifference,
    showRunPage,
    showSource,
    startRun,
    switchSource,
  },
  descriptions: { ...sourceDescriptions, ...harvestingDescriptions, ...erasureDescriptions, ...overviewDescriptions },
};
