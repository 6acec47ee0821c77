/** The addresses that answers hold. All begin with the public address from the configuration, never with the request's. */

export type Query = Readonly<Record<string, string | number | undefined>>;

export class Links {
  readonly base: string;

  /** @param base the public address, without a slash at its end. */
  constructor(base: string) {
    this.base = base;
  }

  /** An address under the base, with those parameters that have a value. */
  to(path: string, query: Query = {}): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
    return `${this.base}${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
  }

  /** What a dataset is called; stays the same for ever, and leads to its description. */
  datasetIri(id: string): string {
    return this.to(`/id/dataset/${id}`);
  }

  dataset(id: string): string {
    return this.to(`/v1/datasets/${id}`);
  }

  /** Names of variables are the owners': whatever stands in them is escaped. */
  variable(name: string, query: Query = {}): string {
    return this.to(`/v1/variables/${encodeURIComponent(name)}`, query);
  }

  change(seq: number): string {
    return this.to(`/v1/changes/${seq}`);
  }

  source(id: string): string {
    return this.to(`/v1/sources/${id}`);
  }

  run(id: string): string {
    return this.to(`/v1/runs/${id}`);
  }
}
