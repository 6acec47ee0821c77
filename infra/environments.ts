/**
 * The environments that are deployed: everything that tells one from another stands here and nowhere else, and is checked
 * before anything is built. `-c environment=prod` chooses one; `dev` is meant where none is named, so that what was said
 * without thinking can at worst be thrown away.
 */
import * as z from 'zod';

/**
 * Data stay in the European Union. Milan and Spain are left out: an account has to ask to be let into them first; London and
 * Zurich are not in the Union.
 */
const EU_REGIONS = ['eu-north-1', 'eu-central-1', 'eu-west-1', 'eu-west-3'] as const;

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** A name with a certificate for it, which CloudFront takes from this one region only; the name's DNS is not ours. */
const Domain = z.strictObject({
  name: z.string().regex(HOST),
  certificate: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/),
});

/** AWS's common rules, and how much one address may ask for; five minutes are the window that AWS counts in. */
const Firewall = z.strictObject({ requestsPerFiveMinutes: z.int().min(100).max(2_000_000) });

const Environment = z.strictObject({
  name: z.enum(['dev', 'prod']),
  region: z.enum(EU_REGIONS).default('eu-north-1'),
  /** What becomes of tables, archive and accounts when the stacks go: thrown away with them, or kept until somebody decides. */
  kept: z.boolean(),
  /**
   * Whether functions that write alone are held to one instance by AWS too. A new account may run ten functions at a time and
   * is refused any reservation until that is raised (docs/deploy.md); the checkpoints keep the work in order without it.
   */
  reserved: z.boolean(),
  /** US dollars that a month may cost before somebody is told. */
  monthPlan: z.int().positive(),
  /** Who is told of alarms and costs; nobody when absent. */
  alarmMail: z.email().optional(),
  domain: Domain.optional(),
  firewall: Firewall.optional(),
  /** Owners whose programs have a client of their own at the sign-in, by their ids. */
  owners: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  /** Hosts that are asked although they are not public. */
  allowHosts: z.array(z.string().regex(/^[a-z0-9.:-]+$/)).default([]),
  /** Who answers for the catalogue, as harvested hosts and OAI-PMH are told it. */
  contact: z.email().optional(),
  /** Whom letters to owners come from, as `Datalandkort <rapport@example.org>`; none are written when absent. */
  mailFrom: z
    .string()
    .regex(/^[^<>"]*<?[^\s<>@]+@[a-z0-9-]+(\.[a-z0-9-]+)+>?$/i)
    .optional(),
});
export type Environment = z.infer<typeof Environment>;

export const environments: readonly z.input<typeof Environment>[] = [
  { name: 'dev', kept: false, reserved: false, monthPlan: 25 },
  { name: 'prod', kept: true, reserved: true, monthPlan: 100 },
];

const namesOf = (all: readonly unknown[]): string =>
  all.map((one) => (one as { readonly name?: unknown }).name).join(', ');

/**
 * @param name as it was given on the command line.
 * @throws Error that names what there is, or each fault of the one that is named with its place.
 */
export function environmentFor(name: unknown = 'dev', all: readonly unknown[] = environments): Environment {
  const found = all.find((one) => (one as { readonly name?: unknown }).name === name);
  if (found === undefined) throw new Error(`There is no environment "${String(name)}": name one of ${namesOf(all)}.`);
  const parsed = Environment.safeParse(found);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment "${String(name)}" is not complete (infra/environments.ts).\n${faults.join('\n')}`);
}

/** The host of the address that letters come from. */
export const mailDomainOf = (from: string): string => /@([^\s<>@]+?)>?$/.exec(from)?.[1]?.toLowerCase() ?? '';
