/** The groups of faults: each is played on a system of its own, in a process of its own. */
import type { Fault } from './fault.ts';
import { connectionFaults } from './faults/connection.ts';
import { contentFaults, heavyFaults } from './faults/content.ts';
import { engineFaults } from './faults/engines.ts';
import { listFaults, pagingFaults } from './faults/listing.ts';
import { patienceFaults } from './faults/patience.ts';

export interface Group {
  readonly faults: readonly Fault[];
  /** How many faults are played at the same time. */
  readonly atOnce: number;
  /** Set where each fault has a process of its own: one that turns the clock would turn it for those after it. */
  readonly apart?: true;
}

export const groups: Readonly<Record<string, Group>> = {
  connection: { faults: connectionFaults, atOnce: 8 },
  lists: { faults: listFaults, atOnce: 4 },
  paging: { faults: pagingFaults, atOnce: 4 },
  content: { faults: contentFaults, atOnce: 2 },
  heavy: { faults: heavyFaults, atOnce: 1 },
  engines: { faults: engineFaults, atOnce: 1, apart: true },
  patience: { faults: patienceFaults, atOnce: 1 },
};
