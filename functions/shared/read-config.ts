/** Reads a function's configuration at its cold start and names every fault at once. */
import type * as z from 'zod';

/** @throws Error that lists each missing or wrong variable; the function then does not start at all. */
export function readConfig<Config>(schema: z.ZodType<Config>, environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${faults.join('; ')}`);
}
