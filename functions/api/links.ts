/** The addresses that answers hold. All begin with the public address from the configuration, never with the request's. */

import { Addresses } from '#publishing/addresses.ts';

export type Query = Readonly<Record<string, string | number | undefined>>;

export class Links extends Addresses {
  override inLog(epoch: string): Links {
    return epoch === this.epoch ? this : new Links(this.base, epoch);
  }

  /** An address under the base, with those parameters that have a value. */
  to(path: string, query: Query = {}): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
    return `${this.base}${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
  }

  /** Names of variables are the owners': whatever stands in them is escaped. */
  variable(name: string, query: Query = {}): string {
    return this.to(`/v1/variables/${encodeURIComponent(name)}`, query);
  }

  /** Where a follower begins, and begins again. */
  get snapshot(): string {
    return this.to('/v1/snapshots/latest');
  }

  source(id: string): string {
    return this.to(`/v1/sources/${id}`);
  }

  run(id: string): string {
    return this.to(`/v1/runs/${id}`);
  }
}
