/** Sets the environment that Lambda would have set, from the same topology, before the handlers are loaded. */
import { SignInSettings } from '#functions/shared/sign-in-settings.ts';
import { environmentOf } from '#infra/function-variables.ts';
import { type FunctionSpec, namesOf, type Setting, type Topology } from '#infra/topology-shape.ts';
import { BUCKET, type Engines } from './engines.ts';
import { queueUrl, REGION, topicArn } from './object-engine.ts';
import { Refusal } from './refusal.ts';
import { AUDIENCE, keySetOf, LOCAL_ISSUER, type SigningKey } from './token-issuer.ts';

/** The variables of one function, as it would have them alone. */
export function ownEnvironment(
  spec: FunctionSpec,
  engines: Engines,
  settings: Readonly<Partial<Record<Setting, string>>>,
): Record<string, string> {
  return environmentOf(spec, {
    table: (name: string) => name,
    bucket: BUCKET,
    queueUrl: (name: string) => queueUrl(engines.objects, name),
    topicArn,
    setting: (name: Setting) => settings[name],
  });
}

/** Those by which the SDK finds the engines and does not look for credentials anywhere else. */
export const serviceEnvironment = (engines: Engines): Record<string, string> => ({
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: engines.tables,
  AWS_ENDPOINT_URL_S3: engines.objects,
  AWS_ENDPOINT_URL_SQS: engines.objects,
  AWS_ENDPOINT_URL_SNS: engines.objects,
});

/** The variables of all functions together (they share one process), and those of the SDK. */
export function localEnvironment(
  topology: Topology,
  engines: Engines,
  settings: Readonly<Partial<Record<Setting, string>>>,
): Record<string, string> {
  const own = namesOf(topology.functions).map((name) => ownEnvironment(topology.functions[name], engines, settings));
  return { ...Object.assign({}, ...own), ...serviceEnvironment(engines) };
}

/** The secrets that lie in this process's environment, which on AWS a function reads from elsewhere. */
export const secretsGiven = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = '']) =>
      name.startsWith('DATALANDKORT_SECRET_') ? [[name, value]] : [],
    ),
  );

/** Variables of the user's own AWS set-up: with them the SDK would ask elsewhere, or sign as somebody. */
const FOREIGN = [
  'AWS_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_ENDPOINT_URL',
  'AWS_DEFAULT_REGION',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
];

/** Makes these the environment of this process. */
export function applyEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of FOREIGN) delete process.env[name];
  Object.assign(process.env, variables);
}

/** Where this catalogue is known to stand: every address that it gives out begins with it. */
export const publicUrl = (address: string): string =>
  (process.env.DATALANDKORT_PUBLIC_URL ?? address).replace(/\/+$/, '');

/** Hosts that the crawler's address guard lets through: the given ones and those of DATALANDKORT_ALLOW_HOSTS. */
export const allowedHosts = (given: readonly string[]): string[] => {
  const named = process.env.DATALANDKORT_ALLOW_HOSTS?.split(',') ?? [];
  return [...given, ...named].map((host) => host.trim()).filter(Boolean);
};

/** The OpenID provider that was named, or this machine's own issuer. @param key what that signs with. */
export function tokenSettings(key: SigningKey): Record<'TOKEN_ISSUER' | 'TOKEN_AUDIENCE' | 'TOKEN_JWKS', string> {
  const issuer = process.env.DATALANDKORT_TOKEN_ISSUER;
  if (issuer === undefined) {
    return { TOKEN_ISSUER: LOCAL_ISSUER, TOKEN_AUDIENCE: AUDIENCE, TOKEN_JWKS: keySetOf(key) };
  }
  return {
    TOKEN_ISSUER: issuer,
    TOKEN_AUDIENCE: process.env.DATALANDKORT_TOKEN_AUDIENCE ?? AUDIENCE,
    TOKEN_JWKS: process.env.DATALANDKORT_TOKEN_JWKS ?? `${issuer.replace(/\/+$/, '')}/.well-known/jwks.json`,
  };
}

/** What the pages ask a provider for, where nobody says otherwise. */
const SCOPES = 'openid email operator';

/**
 * How people sign in at the provider that was named; undefined where they paste a token.
 * @throws Refusal with every fault of the variables DATALANDKORT_SIGN_IN_….
 */
export function signInSettings(): SignInSettings | undefined {
  const told = (name: string): string | undefined => process.env[`DATALANDKORT_SIGN_IN_${name}`] || undefined;
  const client = told('CLIENT');
  if (client === undefined) return undefined;
  if (process.env.DATALANDKORT_TOKEN_ISSUER === undefined) {
    throw new Refusal('DATALANDKORT_SIGN_IN_CLIENT needs DATALANDKORT_TOKEN_ISSUER: whose tokens are to count?');
  }
  const logout = told('LOGOUT');
  const parsed = SignInSettings.safeParse({
    client,
    authorize: told('AUTHORIZE'),
    token: told('TOKEN'),
    scopes: (told('SCOPES') ?? SCOPES).split(' ').filter(Boolean),
    group: told('GROUP'),
    logout: logout && { address: logout, returnTo: 'post_logout_redirect_uri' },
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `DATALANDKORT_SIGN_IN_${String(path[0]).toUpperCase()}: ${message}`,
  );
  throw new Refusal(`How people sign in is not told whole. ${faults.join('; ')}.`);
}

/** The setting of the functions. */
export const signInSetting = (): { SIGN_IN?: string } => {
  const settings = signInSettings();
  return settings ? { SIGN_IN: JSON.stringify(settings) } : {};
};
