/** One Lambda as the topology declares it: its limits, its variables, its log, its triggers, and no right beyond its own. */
import { Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import {
  type Access,
  environmentOf,
  type FunctionName,
  type FunctionSpec,
  namesOf,
  type Setting,
  type Topology,
  type Trigger,
} from '#infra/topology.ts';
import type { Channels } from './channels.ts';
import type { Storage } from './storage.ts';

/** What every stage stands on. */
export interface Ground {
  readonly topology: Topology;
  readonly storage: Storage;
  readonly channels: Channels;
  readonly codeOf: (name: FunctionName) => Code;
  readonly setting: (name: Setting) => string | undefined;
  /** The functions that were built so far: each stage adds its own, and the watching reads all. */
  readonly functions: Map<FunctionName, Lambda>;
}

const TABLE_ACTIONS = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
};

/** Objects that are cleared away once nobody needs them; of everything else a function can at most make another version. */
const PASSING_OBJECTS: ReadonlySet<string> = new Set(['held-back/', 'dead/', 'snapshots/']);

const OBJECT_ACTIONS = { read: ['s3:GetObject'], write: ['s3:PutObject', 's3:AbortMultipartUpload'] };

const actionsFor = (access: Access, actions: { readonly read: string[]; readonly write: string[] }): string[] => [
  ...(access === 'write' ? [] : actions.read),
  ...(access === 'read' ? [] : actions.write),
];

function tableStatements(spec: FunctionSpec, { storage, topology }: Ground): PolicyStatement[] {
  return namesOf(spec.tables).map((name) => {
    const { tableArn } = storage.tables[name];
    const { indexes = [] } = topology.tables[name];
    return new PolicyStatement({
      actions: actionsFor(spec.tables[name] ?? 'read', TABLE_ACTIONS),
      resources: [tableArn, ...indexes.map((index) => `${tableArn}/index/${index.name}`)],
    });
  });
}

function objectStatements(spec: FunctionSpec, { storage: { bucket } }: Ground): PolicyStatement[] {
  const prefixes = Object.keys(spec.objects);
  if (prefixes.length === 0) return [];
  const objects = Object.entries(spec.objects).map(
    ([prefix, access]) =>
      new PolicyStatement({
        actions: [
          ...actionsFor(access, OBJECT_ACTIONS),
          ...(access === 'read-write' && PASSING_OBJECTS.has(prefix) ? ['s3:DeleteObject'] : []),
        ],
        resources: [bucket.arnForObjects(`${prefix}*`)],
      }),
  );
  // Without the right to list, S3 answers 403 and not 404 for an object that is not there, which is an everyday case to us.
  const listing = new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
  });
  return [...objects, listing];
}

function channelStatements(spec: FunctionSpec, { channels }: Ground): PolicyStatement[] {
  const sends = spec.sends.map((name) => [['sqs:SendMessage'], channels.queues[name].queueArn] as const);
  const publishes = spec.publishes.map((name) => [['sns:Publish'], channels.topics[name].topicArn] as const);
  return [...sends, ...publishes].map(
    ([actions, resource]) => new PolicyStatement({ actions: [...actions], resources: [resource] }),
  );
}

/** Secrets of the sources: the operators make them by hand, so only their names' prefix is known here. */
function secretStatements({ secrets }: FunctionSpec, { storage }: Ground): PolicyStatement[] {
  if (secrets === undefined) return [];
  const { partition, region, account } = Stack.of(storage);
  const resource = `arn:${partition}:secretsmanager:${region}:${account}:secret:${secrets}*`;
  return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [resource] })];
}

/** Mail of the account's own identities, and through its configuration sets; which address it sends from is a setting. */
function mailStatements({ mails }: FunctionSpec, { storage }: Ground): PolicyStatement[] {
  if (!mails) return [];
  const { partition, region, account } = Stack.of(storage);
  const resources = ['identity', 'configuration-set'].map(
    (kind) => `arn:${partition}:ses:${region}:${account}:${kind}/*`,
  );
  return [new PolicyStatement({ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources })];
}

export class StageFunction extends Construct {
  readonly lambda: Lambda;

  constructor(scope: Construct, name: FunctionName, ground: Ground) {
    super(scope, name);
    const spec = ground.topology.functions[name];
    const logGroup = new LogGroup(this, 'log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of its own: the managed one for Lambdas may write to every log group of the account.
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new Lambda(this, 'function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: ground.codeOf(name),
      role,
      logGroup,
      timeout: Duration.seconds(spec.timeout),
      memorySize: spec.memory,
      ...(spec.scratch !== undefined && { ephemeralStorageSize: Size.mebibytes(spec.scratch) }),
      environment: { ...this.#variables(spec, ground), NODE_OPTIONS: '--enable-source-maps' },
    });
    const statements = [tableStatements, objectStatements, channelStatements, secretStatements, mailStatements].flatMap(
      (make) => make(spec, ground),
    );
    for (const statement of statements) role.addToPolicy(statement);
    for (const trigger of spec.triggers) this.#startBy(trigger, ground);
    ground.functions.set(name, this.lambda);
  }

  #variables(spec: FunctionSpec, { storage, channels, setting }: Ground): Record<string, string> {
    return environmentOf(spec, {
      table: (table) => storage.tables[table].tableName,
      bucket: storage.bucket.bucketName,
      queueUrl: (queue) => channels.queues[queue].queueUrl,
      topicArn: (topic) => channels.topics[topic].topicArn,
      setting,
    });
  }

  /** Queues and schedules; routes belong to the API's stage. */
  #startBy(trigger: Trigger, { channels }: Ground): void {
    if (trigger.kind === 'queue') {
      const { queue, batchSize, concurrency } = trigger;
      const mapping = { batchSize, reportBatchItemFailures: true, maxConcurrency: concurrency };
      this.lambda.addEventSource(new SqsEventSource(channels.queues[queue], mapping));
    }
    if (trigger.kind === 'dead-letters') {
      const mapping = {
        batchSize: trigger.batchSize,
        reportBatchItemFailures: true,
        maxConcurrency: trigger.concurrency,
      };
      for (const queue of Object.values(channels.dead)) this.lambda.addEventSource(new SqsEventSource(queue, mapping));
    }
    if (trigger.kind === 'schedule') {
      // No retries: the next turn comes before a retry would, and does the same.
      const target = new LambdaFunction(this.lambda, { retryAttempts: 0 });
      new Rule(this, 'schedule', {
        schedule: Schedule.rate(Duration.minutes(trigger.every)),
        targets: [target],
      });
    }
  }
}
