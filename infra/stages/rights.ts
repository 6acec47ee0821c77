/** What a function may do, by what the topology says of it: each action by its name, on each resource by its. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Environment, mailDomainOf } from '#infra/environments.ts';
import { type Access, type AnyQueueName, type FunctionSpec, namesOf, type Topology } from '#infra/topology-shape.ts';
import type { Channels } from './channels.ts';
import { configurationSetOf } from './names.ts';
import type { Storage } from './storage.ts';

/** What rights are about. */
interface Ground {
  readonly environment: Environment;
  readonly topology: Topology;
  readonly storage: Storage;
  readonly channels: Channels;
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
  const on = (names: readonly AnyQueueName[], actions: readonly string[]) =>
    names.map((name) => [actions, channels.queue(name).queueArn] as const);
  const publishes = spec.publishes.map((name) => [['sns:Publish'], channels.topics[name].topicArn] as const);
  return [
    ...on(spec.sends, ['sqs:SendMessage']),
    ...on(spec.takes ?? [], ['sqs:ReceiveMessage', 'sqs:DeleteMessage']),
    ...on(spec.counts ?? [], ['sqs:GetQueueAttributes']),
    ...publishes,
  ].map(([actions, resource]) => new PolicyStatement({ actions: [...actions], resources: [resource] }));
}

/** Secrets of the sources: the operators make them by hand, so only their names' prefix is known here. */
function secretStatements({ secrets }: FunctionSpec, { storage }: Ground): PolicyStatement[] {
  if (secrets === undefined) return [];
  const resource = Stack.of(storage).formatArn({ service: 'secretsmanager', resource: `secret:${secrets}*` });
  return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [resource] })];
}

/** Mail from the one domain that letters come from; nobody may send where none is named. */
function mailStatements({ mails }: FunctionSpec, { storage, environment }: Ground): PolicyStatement[] {
  if (!mails || environment.mailFrom === undefined) return [];
  const ses = (resource: string, resourceName: string) =>
    Stack.of(storage).formatArn({ service: 'ses', resource, resourceName });
  const resources = [
    ses('identity', mailDomainOf(environment.mailFrom)),
    ses('configuration-set', configurationSetOf(environment)),
  ];
  return [new PolicyStatement({ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources })];
}

/** Everything that a function may do beside writing its log. */
export const rightsOf = (spec: FunctionSpec, ground: Ground): PolicyStatement[] =>
  [tableStatements, objectStatements, channelStatements, secretStatements, mailStatements].flatMap((make) =>
    make(spec, ground),
  );
