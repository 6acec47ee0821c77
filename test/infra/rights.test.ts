/** Every right that any template gives, of functions, of schedules, of deployments and of CDK's own helpers. */
import { describe, expect, test } from 'vitest';
import { environmentFor } from '#infra/environments.ts';
import { topology } from '#infra/topology.ts';
import { environmentWith, synthesised } from './stand-in.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
}
interface Policy {
  readonly where: string;
  readonly statement: Statement;
}

const everything = environmentWith({
  domain: { name: 'data.example.dk', certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a-1b' },
  firewall: { requestsPerFiveMinutes: 3000 },
  mailFrom: 'Datalandkort <rapport@example.dk>',
});

/** All documents of policies, wherever in a template they stand: beside a role, in it, or on what they are about. */
function policiesIn(value: unknown, where: string): Policy[] {
  if (Array.isArray(value)) return value.flatMap((one) => policiesIn(one, where));
  if (typeof value !== 'object' || value === null) return [];
  const { Statement: statements } = value as { Statement?: Statement[] };
  if (Array.isArray(statements)) return statements.map((statement) => ({ where, statement }));
  return Object.values(value).flatMap((one) => policiesIn(one, where));
}

const policiesOf = (environment: typeof everything): Policy[] =>
  synthesised(environment).templates.flatMap(({ Resources = {} }) =>
    Object.entries(Resources).flatMap(([id, { Properties }]) => policiesIn(Properties, id)),
  );

/** Actions with a wildcard that we cannot write otherwise: whose they are, which, and why. */
const WIDE_ACTIONS: readonly (readonly [where: RegExp, actions: RegExp, why: string])[] = [
  [
    /Bucket|bucket|logs.*Policy/,
    /^s3:(GetBucket|List|DeleteObject)\*$/,
    'CDK’s emptier of a bucket that goes with its stack: on that bucket alone, by the bucket’s own policy',
  ],
];

const DENIED = 'Deny';

/** Resources with a wildcard: whose, which, and why. */
const WIDE_RESOURCES: readonly (readonly [actions: RegExp, resource: RegExp, why: string])[] = [
  [/^xray:Put(TraceSegments|TelemetryRecords)$/, /^"\*"$/, 'X-Ray has no resources that traces could be written to'],
  [
    /^cloudwatch:DescribeAlarms$/,
    /^"\*"$/,
    'CloudWatch describes alarms by name to all or none; CodeDeploy asks for two',
  ],
  [
    /^s3:(GetObject|PutObject|DeleteObject|AbortMultipartUpload)$/,
    /\/(raw|state|runs|payloads|held-back|dead|links|feeds|quality|search|snapshots|rebuilds|watch|canary|web)\/\*"/,
    'the keys below a prefix are made as records come',
  ],
  [/^secretsmanager:GetSecretValue$/, /:secret:datalandkort\/\*"/, 'operators make the secrets of sources by hand'],
  [
    /^s3:(GetObject|ListBucket|PutObject|GetBucket\*|List\*|DeleteObject\*|PutBucketPolicy)$/,
    /Arn"\]},"\/\*"|"\/requests\/\*|objects\/\*/,
    'a bucket’s own policy, about all of its objects',
  ],
  [
    /^ssm:/,
    /:parameter\/cdk\/exports\//,
    'CDK’s carrier of the firewall’s address between regions: below its own name',
  ],
];

describe.each([
  ['prod', environmentWith()],
  ['dev', environmentFor('dev')],
  ['one with everything that may be wished', everything],
])('in %s', (_name, environment) => {
  const policies = policiesOf(environment);
  const allowed = policies.filter(({ statement }) => statement.Effect !== DENIED);

  test('what is allowed is allowed by a name, but for what is listed here with its reason', () => {
    const wide = allowed.flatMap(({ where, statement }) =>
      [statement.Action]
        .flat()
        .filter((action) => action?.includes('*'))
        .filter((action) => !WIDE_ACTIONS.some(([whose, which]) => whose.test(where) && which.test(action)))
        .map((action) => `${where}: ${action}`),
    );
    expect(wide).toEqual([]);
  });

  test('on what it is allowed has a name, but for what is listed here with its reason', () => {
    const wide = allowed.flatMap(({ where, statement }) =>
      [statement.Resource]
        .flat()
        .map((resource) => JSON.stringify(resource))
        .filter((resource) => resource?.includes('*'))
        .filter((resource) =>
          [statement.Action]
            .flat()
            .some((action) => !WIDE_RESOURCES.some(([what, on]) => what.test(action) && on.test(resource))),
        )
        .map((resource) => `${where}: ${[statement.Action].flat().join(' ')} on ${resource}`),
    );
    expect(wide).toEqual([]);
  });

  test('nothing is said by what it is not', () => {
    expect(JSON.stringify(policies)).not.toMatch(/"Not(Action|Resource|Principal)"/);
  });

  test('no role has a policy of AWS’s, which says more than it needs', () => {
    const { all } = synthesised(environment);
    const managed = all('AWS::IAM::Role').filter((role) => 'ManagedPolicyArns' in role);
    // CDK's carrier between regions, where there is a firewall: made too late to be given another.
    expect(managed).toHaveLength(environment.firewall ? 2 : 0);
  });
});

describe('each function', () => {
  const { all } = synthesised(environmentWith());
  const lambdas = all('AWS::Lambda::Function').filter(({ Handler }) => Handler === 'handler.handler');

  test('has a role of its own', () => {
    const roles = lambdas.map(({ Role }) => JSON.stringify(Role));
    expect(new Set(roles).size).toBe(Object.keys(topology.functions).length);
  });

  const statements = policiesOf(environmentWith());
  const holdersOf = (action: string) =>
    statements
      .filter(({ statement }) => statement.Effect !== DENIED && [statement.Action].flat().includes(action))
      .map(({ where }) => where);

  test('that reads secrets of sources is one that asks sources: the harvest or the preview', () => {
    const readers = holdersOf('secretsmanager:GetSecretValue');
    expect(readers.toSorted()).toEqual([
      expect.stringContaining('previewsource'),
      expect.stringContaining('harvestingharvest'),
    ]);
  });

  test('that takes something out of the bucket takes only what passes', () => {
    const deleting = statements.filter(({ statement }) => [statement.Action].flat().includes('s3:DeleteObject'));
    expect(deleting.length).toBeGreaterThan(0);
    for (const { statement } of deleting) {
      expect(JSON.stringify(statement.Resource)).toMatch(/\/(held-back|dead|snapshots)\/\*/);
    }
  });

  test('sends mail only where a sender is named, and then from its domain alone', () => {
    expect(holdersOf('ses:SendEmail')).toEqual([]);
    const sending = policiesOf(everything).filter(({ statement }) =>
      [statement.Action].flat().includes('ses:SendEmail'),
    );
    expect(sending).toHaveLength(1);
    const written = JSON.stringify(sending[0]?.statement.Resource);
    expect(written).toContain(':identity/example.dk');
    expect(written).toContain(':configuration-set/datalandkort-reports-prod');
  });

  test('that the clock starts is started by a schedule that may start nothing else', () => {
    const starters = statements.filter(({ statement }) => [statement.Action].flat().includes('lambda:InvokeFunction'));
    expect(starters).toHaveLength(all('AWS::Scheduler::Schedule').length);
    const started = starters.map(({ statement }) => JSON.stringify(statement.Resource));
    expect(new Set(started).size).toBe(starters.length);
    for (const one of started) expect(one).toMatch(/^{"Fn::GetAtt":\["\w+","Arn"]}$/);
  });
});
