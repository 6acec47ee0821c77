/** Secrets by their names: where they lie is the host's business, what they are is nobody's but the crawler's. */

/** A secret that is not there. Its message names what to set, and where. */
export class MissingSecret extends Error {
  override readonly name = 'MissingSecret';
}

export interface SecretReader {
  /** @throws MissingSecret when there is none of this name. */
  read(name: string): Promise<string>;
}

/** A line break at the end comes with most ways to write a file, and is never meant. */
const written = (value: string): string => value.replace(/[\r\n]+$/, '');

/** Secrets in the environment of one machine: `min-noegle` is DATALANDKORT_SECRET_MIN_NOEGLE. */
export const environmentSecrets = (environment: NodeJS.ProcessEnv = process.env): SecretReader => ({
  async read(name) {
    const variable = `DATALANDKORT_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
    const value = written(environment[variable] ?? '');
    if (value !== '') return value;
    throw new MissingSecret(`The secret "${name}" is not set: put it into the environment as ${variable}.`);
  },
});

/** A secret that was replaced is used after so long at the latest; asked for at every request it would cost more than the harvest. */
const KEPT_MS = 5 * 60 * 1000;

/** Keeps secrets for a short while, in memory. One that is missing is asked for again at once. */
export function cachedSecrets(reader: SecretReader, clock: () => number): SecretReader {
  const kept = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    async read(name) {
      const known = kept.get(name);
      if (known && known.until > clock()) return known.value;
      const value = written(await reader.read(name));
      kept.set(name, { value, until: clock() + KEPT_MS });
      return value;
    },
  };
}
