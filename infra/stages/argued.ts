/** Rules of cdk-nag that a resource does not follow, each with the reason, on that resource and no other. */
import { Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import type { FunctionSpec } from '#infra/topology-shape.ts';

/** @param reasons by rule, or by `rule[finding]` where a rule has several. */
export function argue(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

const KEYS =
  'Keys are made as records come: a function may touch those of its prefixes, and test/infra/rights.test.ts holds it to them.';
const SECRETS =
  'Operators make the secrets of sources by hand (docs/sources/politeness.md): only their prefix is known here.';
const TRACES = 'X-Ray knows no resources that traces could be written to.';

/** What a bucket’s objects are called in a finding about a policy: by the resource in its own stack, by an export in others. */
export function objectsOf(bucket: IBucket, prefix: string, policy: Construct): string {
  const stack = Stack.of(bucket);
  const { 'Fn::GetAtt': here } = stack.resolve(bucket.bucketArn);
  const name = stack === Stack.of(policy) ? `<${here.join('.')}>` : exported(bucket);
  return `AwsSolutions-IAM5[Resource::${name}/${prefix}*]`;
}

const exported = (bucket: IBucket): string => {
  const stack = Stack.of(bucket);
  return stack.resolve(stack.exportValue(bucket.bucketArn))['Fn::ImportValue'];
};

/** The prefixes that a function's rights end in. */
export function argueRights(role: Role, { objects, secrets, triggers }: FunctionSpec, bucket: IBucket): void {
  const { region } = Stack.of(role);
  argue(role, {
    ...Object.fromEntries(Object.keys(objects).map((prefix) => [objectsOf(bucket, prefix, role), KEYS])),
    ...(secrets !== undefined && {
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:${region}:<AWS::AccountId>:secret:${secrets}*]`]:
        SECRETS,
    }),
    ...(triggers.some(({ kind }) => kind !== 'schedule') && { 'AwsSolutions-IAM5[Resource::*]': TRACES }),
  });
}

/** What a failed invocation leaves behind, and what is traced. */
export function argueInvocations(lambda: Lambda, { triggers }: FunctionSpec): void {
  const isTimed = triggers.some(({ kind }) => kind === 'schedule');
  argue(lambda, {
    'Serverless-LambdaDLQ': isTimed
      ? 'A turn of the clock that failed says nothing that the next one does not: its alarm tells that it keeps failing.'
      : 'Nobody invokes it asynchronously: a message goes to its queue’s dead letters, a request gets an answer.',
    ...(isTimed && {
      'Serverless-LambdaAsyncFailureDestination':
        'As above: turns of the clock are not worth keeping (infra/stages/clock.ts).',
    }),
    ...(triggers.some(({ kind }) => kind === 'queue') && {
      'Serverless-LambdaEventSourceMappingDestination':
        'Of a queue there is no such destination: what fails goes back to it and then to its dead-letter queue.',
    }),
    ...(triggers.every(({ kind }) => kind === 'schedule') && {
      'Serverless-LambdaTracing':
        'Nobody waits for it, and a trace each minute says what the log says (infra/stages/stage-function.ts).',
    }),
  });
}

/** A secret that is changed by hand. */
export function argueSecret(secret: Construct): void {
  argue(secret, {
    'AwsSolutions-SMG4':
      'One that changed by itself would lock operators out, or every owner’s link; docs/deploy.md changes it.',
  });
}
