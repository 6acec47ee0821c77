/** The stacks of an environment: what must be kept, and what can be thrown away and made again. */
import { type App, CfnOutput, CrossStackReferences, ReferenceStrength, Stack, Tags } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Environment } from '#infra/environments.ts';
import { topology } from '#infra/topology.ts';
import type { FunctionName, Setting } from '#infra/topology-shape.ts';
import { Api, Gateway } from './stages/api.ts';
import { argueSecret } from './stages/argued.ts';
import { Channels } from './stages/channels.ts';
import { Checking } from './stages/checking.ts';
import { boundCustomResources } from './stages/custom-resources.ts';
import { Edge } from './stages/edge.ts';
import { Firewall } from './stages/firewall.ts';
import { Harvesting } from './stages/harvesting.ts';
import { Identity, type Issuer, SignIn } from './stages/identity.ts';
import { configurationSetOf, stackNameOf } from './stages/names.ts';
import { Pages } from './stages/pages.ts';
import { Plan } from './stages/plan.ts';
import { Projection } from './stages/projection.ts';
import { Reports } from './stages/reports.ts';
import { RequestLog, type RequestLogProps } from './stages/request-log.ts';
import type { Ground } from './stages/stage-function.ts';
import { Storage } from './stages/storage.ts';
import { Telling } from './stages/telling.ts';
import { namespaceOf } from './stages/watching/own-metrics.ts';
import { Watching } from './stages/watching.ts';

/** Long enough that guessing is hopeless, without characters that a header would need quoted. */
const TOKEN = { excludePunctuation: true, passwordLength: 40 };

/** CloudFront takes firewalls and the setting up of its log from here only, and CloudFormation makes budgets here, wherever everything else is. */
const EDGE_REGION = 'us-east-1';

/** What is deployed, beside the stacks themselves: built for a deployment, a stand-in for tests of the stacks. */
export interface Built {
  readonly codeOf: (name: FunctionName) => Code;
  /** The folder of the web pages. */
  readonly pages: string;
}

interface Told {
  readonly environment: Environment;
  readonly edge: Edge;
  readonly signIn: SignIn;
  readonly issuer: Issuer;
  readonly token: Secret;
  readonly linkSecret: Secret;
}

/** What functions are told beside what follows from their rights. */
function settingsOf(stack: Stack, { environment, edge, issuer, token, linkSecret }: Told) {
  const settings: Record<Setting, string | undefined> = {
    PUBLIC_URL: edge.url,
    // Filled in by CloudFormation at deployment; it never stands in the template.
    OPERATOR_TOKEN: token.secretValue.unsafeUnwrap(),
    TOKEN_ISSUER: issuer.issuer,
    TOKEN_AUDIENCE: issuer.audience,
    TOKEN_JWKS: issuer.jwks,
    SIGN_IN: JSON.stringify(issuer.signIn),
    ALLOW_HOSTS: environment.allowHosts.join(',') || undefined,
    SECRETS: 'secrets-manager',
    CONTACT: environment.contact,
    LINK_SECRET: linkSecret.secretValue.unsafeUnwrap(),
    MAIL_FROM: environment.mailFrom,
    MAIL_FOLDER: undefined,
    MAIL_CONFIGURATION_SET: configurationSetOf(environment),
    METRICS: namespaceOf(stack),
    FOLLOW_URL: edge.url,
  };
  return (name: Setting): string | undefined => settings[name];
}

/** Where everything is, as `cdk deploy` prints it and `aws cloudformation describe-stacks` tells it again. */
function tellWhere(stack: Stack, { edge, signIn, issuer, token }: Told, { storage }: Ground): void {
  const outputs = {
    Address: edge.url,
    DistributionHost: edge.distribution.domainName,
    OperatorTokenSecret: token.secretName,
    SignInHost: signIn.host.baseUrl(),
    SignInClient: issuer.signIn.client,
    SignInPool: signIn.pool.userPoolId,
    ArchiveBucket: storage.bucket.bucketName,
    LogBucket: storage.logs.bucketName,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}

/** The firewall's own stack, where one is wished: it stands in another region than everything else. */
function firewallOf(app: App, environment: Environment): { stacks: Stack[]; firewall: Firewall | undefined } {
  if (!environment.firewall) return { stacks: [], firewall: undefined };
  const stack = new Stack(app, stackNameOf(environment, 'Firewall'), {
    env: { region: EDGE_REGION },
    crossRegionReferences: true,
  });
  return { stacks: [stack], firewall: new Firewall(stack, 'firewall', environment.firewall) };
}

/** The month's plan, where there is somebody to tell of it. */
function planOf(app: App, environment: Environment): Stack[] {
  const { alarmMail: mail, monthPlan } = environment;
  if (mail === undefined) return [];
  const stack = new Stack(app, stackNameOf(environment, 'Plan'), { env: { region: EDGE_REGION } });
  new Plan(stack, 'plan', { monthPlan, mail });
  return [stack];
}

/**
 * Where CloudFront's log of requests is set up. What it must know of the other stacks is read from their outputs by
 * CloudFormation itself; a strong reference between regions would be a function of CDK's in each, with a role of AWS's own.
 */
function requestLogOf(
  app: App,
  environment: Environment,
  { distribution, logs }: Omit<RequestLogProps, 'environment'>,
): Stack {
  const stack = new Stack(app, stackNameOf(environment, 'RequestLog'), {
    env: { region: EDGE_REGION },
    terminationProtection: environment.kept,
    crossRegionReferences: true,
  });
  CrossStackReferences.of(stack).consume(ReferenceStrength.WEAK);
  new RequestLog(stack, 'request-log', { environment, distribution, logs });
  return stack;
}

function edgeOf(stack: Stack, { environment, storage, gateway, pages, firewall, signIn }: EdgeParts): Edge {
  return new Edge(stack, 'edge', {
    pages: new Pages(stack, 'pages', pages),
    api: gateway.api,
    domain: environment.domain,
    firewall: firewall?.arn,
    // Where S3 hands out what is too large for an answer (functions/shared/presigned.ts), and where a code becomes a token.
    origins: [`https://${storage.bucket.bucketRegionalDomainName}`, signIn.host.baseUrl()],
  });
}

interface EdgeParts {
  readonly environment: Environment;
  readonly storage: Storage;
  readonly gateway: Gateway;
  readonly pages: string;
  readonly firewall: Firewall | undefined;
  readonly signIn: SignIn;
}

/** @returns the stacks, those first that the others stand on. */
export function buildSystem(app: App, environment: Environment, built: Built): Stack[] {
  // Logs are let into their bucket by its policy and not by lists of access, which are going out of use.
  app.node.setContext('@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy', true);
  const { kept, region, name } = environment;
  const where = { env: { region }, terminationProtection: kept, crossRegionReferences: Boolean(environment.firewall) };
  const { stacks, firewall } = firewallOf(app, environment);
  const below = new Stack(app, stackNameOf(environment, 'Storage'), where);
  const storage = new Storage(below, 'storage', { topology, kept });
  const stack = new Stack(app, stackNameOf(environment), where);
  const gateway = new Gateway(stack, 'gateway');
  const signIn = new SignIn(stack, 'sign-in', environment);
  const edge = edgeOf(stack, { environment, storage, gateway, pages: built.pages, firewall, signIn });
  const { issuer } = new Identity(stack, 'identity', { environment, url: edge.url, signIn });
  const told: Told = {
    ...{ environment, edge, signIn, issuer },
    token: new Secret(stack, 'operator-token', { generateSecretString: TOKEN }),
    linkSecret: new Secret(stack, 'link-secret', { generateSecretString: TOKEN }),
  };
  const channels = new Channels(stack, 'channels', topology);
  const ground: Ground = {
    ...{ environment, topology, storage, channels },
    codeOf: built.codeOf,
    setting: settingsOf(stack, told),
    functions: new Map(),
  };
  new Harvesting(stack, 'harvesting', ground);
  new Projection(stack, 'projection', ground);
  new Reports(stack, 'reports', ground);
  new Checking(stack, 'checking', ground);
  new Telling(stack, 'telling', ground);
  new Api(stack, 'api', { ground, gateway });
  new Watching(stack, 'watching', { ground, gateway });
  tellWhere(stack, told, ground);
  for (const secret of [told.token, told.linkSecret]) argueSecret(secret);
  for (const one of [below, stack]) boundCustomResources(one);
  const requestLog = requestLogOf(app, environment, { distribution: edge.distribution, logs: storage.logs });
  Tags.of(app).add('project', 'datalandkort');
  Tags.of(app).add('environment', name);
  return [...stacks, below, stack, requestLog, ...planOf(app, environment)];
}
