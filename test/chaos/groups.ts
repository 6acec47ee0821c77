/** The groups of faults: each is played on a system of its own, in a process of its own. */
import type { Fault } from './fault.ts';
import { connectionFaults } from './faults/connection.ts';

export interface Group {
  readonly faults: readonly Fault[];
  /** How many faults are played at the same time. */
  readonly atOnce: number;
}

export const groups: Readonly<Record<string, Group>> = {
  connection: { faults: connectionFaults, atOnce: 8 },
};
