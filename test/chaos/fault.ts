/** What a fault is: a good run, the runs with the fault in them, a good run, and what must come of each. */
import type { RunState } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import type { Answer } from './owners.ts';
import type { System } from './system.ts';

/** One run and what must come of it. */
export interface Step {
  /** How the owner answers; as before where it is absent. */
  readonly answer?: Answer;
  /** What else is done before the run, and undone after it. */
  readonly before?: (system: System, source: string) => void | Promise<void>;
  readonly after?: (system: System, source: string) => void | Promise<void>;
  /** How the run is made; started by the API and waited for where it is absent. */
  readonly run?: (system: System, source: string) => Promise<string>;
  readonly state: RunState;
  /** The problem code, or words of the reason, that name the cause; null where the system healed it and nobody need know. */
  readonly told: string | RegExp | null;
  /** The names of the records that must be live after it. */
  readonly live: readonly string[];
  /** True where titles must have survived letter by letter. */
  readonly titles?: boolean;
}

/** Stands for the one address that is served over TLS, whose port is known only when it is served. */
export const SECURE = 'https://localhost/feed';

/** A fault in what an owner answers, or in what stands around the system. */
export interface Fault {
  /** As it stands in the table; stable, for it names the source too. */
  readonly name: string;
  readonly source?: Partial<Pick<Source, 'format' | 'settings' | 'url' | 'removal'>>;
  /** The owner's good answer, for the first run and, a moment later in the owner's life, for the last one. */
  readonly good: (later: boolean) => Answer;
  readonly steps: readonly Step[];
  /** The records that must be live after the last run; those of the good answer where it is absent. */
  readonly liveInTheEnd?: readonly string[];
  /** The state of the last run where the fault has left something behind that an operator is to be told of again. */
  readonly stateInTheEnd?: RunState;
}

/** A row of the table. */
export interface Row {
  readonly fault: string;
  readonly did: string;
  readonly state: string;
  readonly told: string;
  /** What does not hold; empty where everything does. */
  readonly broken: readonly string[];
}

/** The id of a fault's source: its name as a source may be called. */
export const sourceIdOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
