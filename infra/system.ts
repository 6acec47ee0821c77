/** The stacks: what must be kept, and what can be thrown away and made again. */
import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { type FunctionName, type Setting, topology } from '#infra/topology.ts';
import { Api, Gateway } from './stages/api.ts';
import { Channels } from './stages/channels.ts';
import { Checking } from './stages/checking.ts';
import { Edge } from './stages/edge.ts';
import { Harvesting } from './stages/harvesting.ts';
import { Identity, type Issuer } from './stages/identity.ts';
import { Pages } from './stages/pages.ts';
import { Projection } from './stages/projection.ts';
import { Reports } from './stages/reports.ts';
import type { Ground } from './stages/stage-function.ts';
import { Storage } from './stages/storage.ts';
import { Telling } from './stages/telling.ts';

/** Long enough that guessing is hopeless, without characters that a header would need quoted. */
const TOKEN = { excludePunctuation: true, passwordLength: 40 };

interface Secrets {
  readonly token: Secret;
  readonly linkSecret: Secret;
}

/** What functions are told beside what follows from their rights. */
function settingsOf(
  stack: Stack,
  edge: Edge,
  { token, linkSecret, issuer }: Secrets & { readonly issuer: Issuer },
): (name: Setting) => string | undefined {
  const context = (name: string): string | undefined => stack.node.tryGetContext(name)?.toString();
  const settings: Record<Setting, string | undefined> = {
    PUBLIC_URL: context('publicUrl') ?? edge.url,
    // Filled in by CloudFormation at deployment; it never stands in the template.
    OPERATOR_TOKEN: token.secretValue.unsafeUnwrap(),
    TOKEN_ISSUER: issuer.issuer,
    TOKEN_AUDIENCE: issuer.audience,
    TOKEN_JWKS: issuer.jwks,
    ALLOW_HOSTS: context('allowHosts'),
    SECRETS: 'secrets-manager',
    CONTACT: context('contact'),
    LINK_SECRET: linkSecret.secretValue.unsafeUnwrap(),
    MAIL_FROM: context('mailFrom'),
    MAIL_FOLDER: undefined,
    MAIL_CONFIGURATION_SET: Reports.configurationSet,
  };
  return (name) => settings[name];
}

/** What is deployed, beside the stacks themselves: built for a deployment, a stand-in for tests of the stacks. */
export interface Built {
  readonly codeOf: (name: FunctionName) => Code;
  /** The folder of the web pages. */
  readonly pages: string;
}

export function buildSystem(app: App, built: Built): Stack[] {
  const kept = new Stack(app, 'DatalandkortStorage', { terminationProtection: true });
  const storage = new Storage(kept, 'storage', topology);
  const stack = new Stack(app, 'Datalandkort');
  const gateway = new Gateway(stack, 'gateway');
  const edge = new Edge(stack, 'edge', {
    pages: new Pages(stack, 'pages', built.pages),
    api: gateway.api,
    // Where S3 hands out what is too large for an answer (functions/shared/presigned.ts).
    origins: [`https://${storage.bucket.bucketRegionalDomainName}`],
  });
  const secrets = {
    token: new Secret(stack, 'operator-token', { generateSecretString: TOKEN }),
    linkSecret: new Secret(stack, 'link-secret', { generateSecretString: TOKEN }),
  };
  const named = stack.node.tryGetContext('owners')?.toString() ?? '';
  const { issuer } = new Identity(stack, 'identity', { owners: named.split(',').filter(Boolean) });
  const channels = new Channels(stack, 'channels', topology);
  const ground: Ground = {
    topology,
    storage,
    channels,
    codeOf: built.codeOf,
    setting: settingsOf(stack, edge, { ...secrets, issuer }),
  };
  new Harvesting(stack, 'harvesting', ground);
  new Projection(stack, 'projection', ground);
  new Reports(stack, 'reports', ground);
  new Checking(stack, 'checking', ground);
  new Telling(stack, 'telling', ground);
  new Api(stack, 'api', { ground, gateway });
  new CfnOutput(stack, 'Address', { value: edge.url });
  return [kept, stack];
}
