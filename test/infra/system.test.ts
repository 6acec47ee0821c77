import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { buildSystem } from '#infra/system.ts';
import { standIn } from './stand-in.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

const app = new App();
const stacks = buildSystem(app, standIn);
const templates = stacks.map((stack) => Template.fromStack(stack));
const resources: Resource[] = templates.flatMap(
  (template) => Object.values(template.toJSON().Resources ?? {}) as Resource[],
);

const all = (type: string): Record<string, unknown>[] =>
  resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties ?? {});

const statements = (): { Action: string | string[]; Resource: unknown; Effect: string }[] =>
  all('AWS::IAM::Policy').flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: [] }).Statement);

describe('every queue', () => {
  test('has a dead-letter queue or is one', () => {
    const queues = resources.filter(({ Type }) => Type === 'AWS::SQS::Queue');
    const withRedrive = queues.filter(({ Properties }) => Properties?.RedrivePolicy);

    expect(queues).toHaveLength(withRedrive.length * 2);
  });

  test('is encrypted', () => {
    for (const queue of all('AWS::SQS::Queue')) expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
  });
});

describe('every function', () => {
  const lambdas = all('AWS::Lambda::Function').filter(({ Handler }) => Handler === 'handler.handler');

  test('is one of ours, and says how long, how large, and where its log goes', () => {
    // The two of CDK: what fills the bucket of the pages, and what empties it when its stack goes.
    expect(lambdas).toHaveLength(all('AWS::Lambda::Function').length - 2);
    for (const lambda of lambdas) {
      expect(lambda).toMatchObject({
        Timeout: expect.any(Number),
        MemorySize: expect.any(Number),
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: expect.anything() },
      });
    }
  });

  test('keeps its log for a bounded time', () => {
    for (const group of all('AWS::Logs::LogGroup')) expect(group.RetentionInDays).toEqual(expect.any(Number));
  });
});

describe('every right', () => {
  test('names its actions one by one', () => {
    for (const { Action } of statements()) for (const action of [Action].flat()) expect(action).not.toContain('*');
  });

  test('names its resource, at most with a prefix of keys', () => {
    for (const { Resource } of statements()) {
      for (const one of [Resource].flat()) {
        const written = JSON.stringify(one);
        expect(written).not.toBe('"*"');
        if (written.includes('*')) {
          expect(written).toMatch(
            /\/(raw|state|runs|payloads|held-back|dead|links|feeds|quality|search|snapshots|rebuilds|web)\/\*|:secret:datalandkort\/\*|:(identity|configuration-set)\/\*/,
          );
        }
      }
    }
  });

  test('to secrets is of those alone who ask sources: the harvest and the preview', () => {
    const readers = all('AWS::IAM::Policy').filter((policy) => JSON.stringify(policy).includes('secretsmanager:'));

    expect(readers).toHaveLength(2);
    for (const reader of readers) expect(JSON.stringify(reader)).toContain(':secret:datalandkort/*');
    const [one, other] = readers.map((reader) => JSON.stringify(reader)).sort();
    expect([one, other]).toEqual([expect.stringContaining('previewsource'), expect.stringContaining('harvesting')]);
    expect(
      statements().filter(({ Action }) => [Action].flat().some((one) => one.startsWith('secretsmanager:'))),
    ).toEqual(Array(2).fill({ Action: 'secretsmanager:GetSecretValue', Effect: 'Allow', Resource: expect.anything() }));
  });

  test('is given by a policy of ours and by no managed one', () => {
    const managed = resources.filter(
      ({ Type, Properties }) => Type === 'AWS::IAM::Role' && Properties && 'ManagedPolicyArns' in Properties,
    );
    // What empties the bucket of the pages when its stack goes: CDK's own, which cannot be given another.
    expect(managed).toHaveLength(1);
    expect(JSON.stringify(managed)).toContain('AWSLambdaBasicExecutionRole');
  });
});

describe('what must be kept', () => {
  test('every table can be put back to any moment and is not deleted with its stack', () => {
    const tables = resources.filter(({ Type }) => Type === 'AWS::DynamoDB::Table');

    expect(tables).toHaveLength(5);
    for (const { Properties, DeletionPolicy } of tables) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  test('the bucket is encrypted, closed to the public, and kept', () => {
    const [bucket, pages, ...others] = resources.filter(({ Type }) => Type === 'AWS::S3::Bucket');

    expect(others).toEqual([]);
    expect(pages?.DeletionPolicy).toBe('Delete');
    expect(bucket?.DeletionPolicy).toBe('Retain');
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: expect.anything(),
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });

  test('the bucket lets go by itself of what a run held back and nobody cleared away, and of nothing else', () => {
    const [bucket = {}] = all('AWS::S3::Bucket');
    const { Rules } = bucket.LifecycleConfiguration as { Rules: { ExpirationInDays?: number }[] };
    const expiring = Rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined);
    expect(expiring).toEqual([{ ExpirationInDays: 30, Prefix: 'held-back/', Status: 'Enabled' }]);
  });

  test('only what passes may be taken out of the bucket', () => {
    const deleting = statements().filter(({ Action }) => [Action].flat().includes('s3:DeleteObject'));
    expect(deleting.length).toBeGreaterThan(0);
    for (const { Resource } of deleting) expect(JSON.stringify(Resource)).toMatch(/\/(held-back|dead|snapshots)\/\*/);
  });

  test('queues, topics and bucket refuse what does not come over TLS', () => {
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy']) {
      for (const policy of all(type)) expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
    }
  });
});

test('there is an alarm for every dead-letter queue, for every function, and for whatever is set aside', () => {
  const ours = all('AWS::Lambda::Function').filter(({ Handler }) => Handler === 'handler.handler');
  const dead = all('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy).length;

  expect(all('AWS::CloudWatch::Alarm')).toHaveLength(dead + ours.length + 1);
  for (const alarm of all('AWS::CloudWatch::Alarm')) expect(alarm.AlarmDescription).toContain('docs/runbook.md');
});

test('the operator’s token stands in no template', () => {
  for (const template of templates) expect(JSON.stringify(template.toJSON())).not.toMatch(/OPERATOR_TOKEN":"[^{]/);
});

test('AwsSolutions finds nothing beyond what is argued here', () => {
  /** Rules that we do not follow, and why. */
  const argued: Readonly<Record<string, string>> = {
    'AwsSolutions-CFR1': 'The catalogue is public for everybody, wherever they are.',
    'AwsSolutions-CFR2': 'A firewall is the account’s own choice; the gateway throttles.',
    'AwsSolutions-CFR3': 'The gateway keeps a log of what reaches it.',
    'AwsSolutions-CFR4':
      'Without a domain of one’s own CloudFront’s certificate is the only one, and it sets the protocol.',
    'AwsSolutions-L1': 'The runtime of CDK’s own functions is CDK’s to choose.',
    'AwsSolutions-S1': 'The bucket is read by our functions only; CloudTrail data events are the account’s own choice.',
    'AwsSolutions-IAM5': 'The only wildcards are prefixes of keys, which the rights above are tested for.',
    'AwsSolutions-APIG4': 'Reads are public by design; operator routes check their token in the function.',
    'AwsSolutions-SMG4': 'A token that changed by itself would lock operators out; they change it by hand.',
  };

  const { violations } = new AwsSolutionsChecks(app).validateScope(app);

  const rulesOf = new Set(violations.map(({ ruleName }) => ruleName.replace(/\[.*/, '')));
  expect([...rulesOf].toSorted()).toEqual(Object.keys(argued).toSorted());
});
