/** Counts what many comparisons came to, by profile and engine. */
import type { Comparison } from './compare.ts';
import { keyOf } from './projection.ts';

/** What one engine said of one profile's verdicts. */
interface Row {
  readonly profile: string;
  readonly engine: string;
  compared: number;
  /** Verdicts that are alike: keeps the profile, or does not. */
  alike: number;
  /** Properties that both name, each once a record. */
  agreed: number;
  /** Records of which both name exactly the same properties. */
  same: number;
  explained: number;
  unexplained: number;
}

interface ReasonCount {
  count: number;
  /** Verdicts that are turned by it: one side finds the record to keep the profile, and this is a reason why the other does not. */
  turned: number;
  readonly properties: Map<string, number>;
}

export class Tally {
  readonly rows = new Map<string, Row>();
  readonly reasons = new Map<string, ReasonCount>();
  unexplained = 0;

  add({ profile, engine, conforms, agreed, differences }: Comparison): void {
    const row = this.#row(profile, engine);
    const isAlike = conforms.ours === conforms.shapes;
    row.compared += 1;
    row.alike += Number(isAlike);
    row.same += Number(differences.length === 0);
    row.agreed += agreed;
    for (const { side, named, reason } of differences) {
      if (reason === undefined) {
        row.unexplained += 1;
        this.unexplained += 1;
        continue;
      }
      row.explained += 1;
      const counted = this.#reason(reason);
      counted.count += 1;
      counted.turned += Number(!isAlike && named.severity === 'violation');
      const key = `${side === 'ours' ? 'our verdict' : 'the shapes'}: ${keyOf(named)}`;
      counted.properties.set(key, (counted.properties.get(key) ?? 0) + 1);
    }
  }

  #row(profile: string, engine: string): Row {
    const key = `${profile} ${engine}`;
    const row = this.rows.get(key) ?? {
      profile,
      engine,
      compared: 0,
      alike: 0,
      agreed: 0,
      same: 0,
      explained: 0,
      unexplained: 0,
    };
    this.rows.set(key, row);
    return row;
  }

  #reason(id: string): ReasonCount {
    const reason = this.reasons.get(id) ?? { count: 0, turned: 0, properties: new Map() };
    this.reasons.set(id, reason);
    return reason;
  }
}
