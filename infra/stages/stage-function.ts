/** One Lambda as the topology declares it: its limits, its variables, its log, its triggers, and no right beyond its own. */
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Environment } from '#infra/environments.ts';
import { environmentOf } from '#infra/function-variables.ts';
import type { FunctionName, FunctionSpec, Setting, Topology, Trigger } from '#infra/topology-shape.ts';
import { argueInvocations, argueRights } from './argued.ts';
import type { Channels } from './channels.ts';
import { startByClock } from './clock.ts';
import { rightsOf } from './rights.ts';
import type { Storage } from './storage.ts';
import { countNearLimit } from './watching/own-metrics.ts';

/** What every stage stands on. */
export interface Ground {
  readonly environment: Environment;
  readonly topology: Topology;
  readonly storage: Storage;
  readonly channels: Channels;
  readonly codeOf: (name: FunctionName) => Code;
  readonly setting: (name: Setting) => string | undefined;
  /** The functions that were built so far: each stage adds its own, and the watching reads all. */
  readonly functions: Map<FunctionName, Lambda>;
}

/**
 * Traces are taken where somebody waits for what happens between services: a reader of the API, a message on its way. Of what
 * the clock starts each minute they would cost the most and say what the log says.
 */
const tracingOf = ({ triggers }: FunctionSpec): Tracing =>
  triggers.some(({ kind }) => kind !== 'schedule') ? Tracing.ACTIVE : Tracing.DISABLED;

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
    countNearLimit(this, logGroup);
    this.lambda = new Lambda(this, 'function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: ground.codeOf(name),
      role,
      logGroup,
      timeout: Duration.seconds(spec.timeout),
      memorySize: spec.memory,
      tracing: tracingOf(spec),
      ...(spec.alone && ground.environment.reserved && { reservedConcurrentExecutions: 1 }),
      ...(spec.scratch !== undefined && { ephemeralStorageSize: Size.mebibytes(spec.scratch) }),
      environment: { ...this.#variables(spec, ground), NODE_OPTIONS: '--enable-source-maps' },
    });
    for (const statement of rightsOf(spec, ground)) role.addToPolicy(statement);
    // CDK's classes leave undefined what its interfaces leave out, which the compiler tells apart here.
    argueRights(role, spec, ground.storage.bucket as IBucket);
    argueInvocations(this.lambda, spec);
    for (const trigger of spec.triggers) this.#startBy(trigger, ground);
    ground.functions.set(name, this.lambda);
  }

  #variables(spec: FunctionSpec, { storage, channels, setting }: Ground): Record<string, string> {
    return environmentOf(spec, {
      table: (table) => storage.tables[table].tableName,
      bucket: storage.bucket.bucketName,
      queueUrl: (queue) => channels.queue(queue).queueUrl,
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
    if (trigger.kind === 'schedule') startByClock(this, this.lambda, trigger.every);
  }
}
