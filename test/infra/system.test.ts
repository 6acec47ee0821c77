import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { environmentFor } from '#infra/environments.ts';
import { environmentWith, synthesised } from './stand-in.ts';

const { app, templates, resources, all } = synthesised(environmentWith());

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

  test('every bucket is encrypted and closed to the public; the archive and the logs are kept', () => {
    const buckets = resources.filter(({ Type }) => Type === 'AWS::S3::Bucket');

    expect(buckets.map(({ DeletionPolicy }) => DeletionPolicy).toSorted()).toEqual(['Delete', 'Retain', 'Retain']);
    for (const { Properties } of buckets) {
      expect(Properties).toMatchObject({
        BucketEncryption: expect.anything(),
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
      });
    }
  });

  test('the archive keeps its versions, and lets go by itself of what a run held back and of nothing else', () => {
    const versioned = all('AWS::S3::Bucket').filter((bucket) => bucket.VersioningConfiguration);
    expect(versioned).toHaveLength(1);
    const [{ LifecycleConfiguration } = {}] = versioned;
    const { Rules } = LifecycleConfiguration as { Rules: { ExpirationInDays?: number }[] };
    const expiring = Rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined);
    expect(expiring).toEqual([{ ExpirationInDays: 30, Prefix: 'held-back/', Status: 'Enabled' }]);
  });

  test('the accounts of people too', () => {
    const [pool] = resources.filter(({ Type }) => Type === 'AWS::Cognito::UserPool');
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', Properties: { DeletionProtection: 'ACTIVE' } });
  });

  test('queues, topics and bucket refuse what does not come over TLS', () => {
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy']) {
      for (const policy of all(type)) expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
    }
  });
});

test('the operator’s token stands in no template', () => {
  for (const template of templates) expect(JSON.stringify(template)).not.toMatch(/OPERATOR_TOKEN":"[^{]/);
});

describe.each([
  ['prod', environmentWith()],
  ['dev', environmentFor('dev')],
  [
    'one with everything that may be wished',
    environmentWith({
      domain: { name: 'data.example.dk', certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a-1b' },
      firewall: { requestsPerFiveMinutes: 3000 },
      owners: ['sds'],
      mailFrom: 'Datalandkort <rapport@example.dk>',
    }),
  ],
])('%s', (_name, environment) => {
  const { app: synthesisedApp } = synthesised(environment);

  test.each([
    ['AwsSolutions', new AwsSolutionsChecks(synthesisedApp)],
    ['Serverless', new ServerlessChecks(synthesisedApp)],
  ])('has nothing that %s finds and nobody argued for where it stands', (_pack, checks) => {
    const { violations } = checks.validateScope(synthesisedApp);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
  });
});

test('each reason not to follow a rule stands on one resource, and not on a stack or the whole', () => {
  const key = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
  const argued = app.node.findAll().filter(({ node }) => node.metadata.some(({ type }) => type === key));
  expect(argued.length).toBeGreaterThan(0);
  for (const one of argued) expect(Stack.isStack(one) || App.isApp(one)).toBe(false);
  const reasons = argued.flatMap(({ node }) => node.metadata.filter(({ type }) => type === key));
  for (const { data } of reasons)
    for (const reason of Object.values(data)) expect(String(reason).length).toBeGreaterThan(30);
});
