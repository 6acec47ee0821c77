/** Holds our verdict about one record beside what an engine says of the same record's document. */
import type { Store } from 'n3';
import { checkProfile } from '#quality/profiles/check-profile.ts';
import type { AccessLevel, ProfileId } from '#schemas/profile.ts';
import { accessLevelOf } from '#schemas/profile.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { documentOf } from './document.ts';
import { type Engine, enginesFor } from './engines.ts';
import { explain } from './explained.ts';
import { dcatApShapes, healthDcatApShapes } from './official-shapes.ts';
import { type Named, namedByShapes, namedByUs, worstOf } from './projection.ts';

/** One case: an entry of the catalogue, and the owner's graph where it is not simply our document of it. */
export interface Case {
  readonly name: string;
  readonly entry: CatalogueEntry;
  /** Made when it is asked for: a thousand graphs at once are many. */
  readonly graph?: () => Store;
}

interface Difference {
  readonly side: 'ours' | 'shapes';
  readonly named: Named;
  /** The id of the reason; undefined for a difference that nobody has explained. */
  readonly reason: string | undefined;
}

export interface Comparison {
  readonly case: string;
  readonly profile: ProfileId;
  readonly engine: string;
  readonly conforms: { readonly ours: boolean; readonly shapes: boolean };
  readonly agreed: number;
  readonly differences: readonly Difference[];
}

const sets = new Map<string, readonly Engine[]>();

/** The Danish profile has no shapes of its own: it is DCAT-AP 3.0.1 with three more optional properties. */
const enginesOf = (profile: ProfileId, level: AccessLevel): readonly Engine[] => {
  const key = profile === 'healthdcat-ap-r8' ? level : 'dcat-ap';
  const known = sets.get(key);
  if (known !== undefined) return known;
  const engines = enginesFor(profile === 'healthdcat-ap-r8' ? healthDcatApShapes(level) : dcatApShapes());
  sets.set(key, engines);
  return engines;
};

const isBroken = (named: Iterable<Named>): boolean => [...named].some(({ severity }) => severity === 'violation');

/** One comparison an engine, for every profile that is asked. */
export const compareCase = async (one: Case, profiles: readonly ProfileId[], only?: string): Promise<Comparison[]> => {
  const { entry, graph = () => documentOf(entry) } = one;
  const data = graph();
  const comparisons: Comparison[] = [];
  const level = accessLevelOf(entry.record);
  const told = new Map<Engine, readonly Named[]>();
  for (const profile of profiles) {
    const verdict = checkProfile(entry, profile);
    const ours = worstOf(verdict.findings.map(namedByUs));
    // In an owner's own graph all that was written stands where it was written.
    const alone = one.graph === undefined ? checkProfile({ kind: entry.kind, record: entry.record }, profile) : verdict;
    const written = worstOf(alone.findings.map(namedByUs));
    for (const engine of enginesOf(profile, level)) {
      if (only !== undefined && engine.name !== only) continue;
      const named =
        told.get(engine) ?? (await engine.faults(data)).flatMap((fault) => namedByShapes(data, fault) ?? []);
      told.set(engine, named);
      const shapes = worstOf(named);
      const differences = [
        ...[...ours].filter(([key]) => !shapes.has(key)).map(([, value]) => ({ side: 'ours' as const, named: value })),
        ...[...shapes]
          .filter(([key]) => !ours.has(key))
          .map(([, value]) => ({ side: 'shapes' as const, named: value })),
      ].map((difference) => ({ ...difference, reason: explain({ ...difference, profile, entry, written }) }));
      comparisons.push({
        case: one.name,
        profile,
        engine: engine.name,
        conforms: { ours: verdict.conforms, shapes: !isBroken(shapes.values()) },
        agreed: [...ours.keys()].filter((key) => shapes.has(key)).length,
        differences,
      });
    }
  }
  return comparisons;
};
