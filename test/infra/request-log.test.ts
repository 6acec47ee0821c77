/** CloudFront's log of requests: what it tells, where it is set up, and where it may write. */
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { environmentFor, environments } from '#infra/environments.ts';
import { environmentWith, type Resource, synthesised } from './stand-in.ts';

/** Fields that a log of CloudFront may have (standard-logs-reference.html, standard-logging.html). */
const KNOWN = [
  ...['date', 'time', 'x-edge-location', 'sc-bytes', 'c-ip', 'cs-method', 'cs(Host)', 'cs-uri-stem', 'sc-status'],
  ...['cs(Referer)', 'cs(User-Agent)', 'cs-uri-query', 'cs(Cookie)', 'x-edge-result-type', 'x-edge-request-id'],
  ...['x-host-header', 'cs-protocol', 'cs-bytes', 'time-taken', 'x-forwarded-for', 'ssl-protocol', 'ssl-cipher'],
  ...['x-edge-response-result-type', 'cs-protocol-version', 'fle-status', 'fle-encrypted-fields', 'c-port'],
  ...['time-to-first-byte', 'x-edge-detailed-result-type', 'sc-content-type', 'sc-content-len', 'sc-range-start'],
  ...['sc-range-end', 'timestamp(ms)', 'origin-fbl', 'origin-lbl', 'asn', 'c-country', 'cache-behavior-path-pattern'],
  ...['connection-id', 'viewer-request-log-data', 'viewer-response-log-data'],
];
/** Those in which an owner's path, a signed address or a session could stand. */
const TELLING = /uri|query|referer|cookie|log-data|cmcd|header/i;

/** A template's own form, as far as these tests ask it. */
interface Statement {
  readonly Principal: { readonly Service?: string };
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition: Record<string, Record<string, unknown>>;
}
interface Written {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly Resource[];
  readonly json: {
    readonly Resources: Readonly<Record<string, Resource>>;
    readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
  };
}

/** What CloudFormation fills in, written as it is named there; texts that are put together, as one. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, ...other } = value as { 'Fn::Join'?: [string, unknown[]] };
  return join ? join[1].map(textOf).join(join[0]) : `<${JSON.stringify(other)}>`;
};

function read(environment: Parameters<typeof synthesised>[0]) {
  const { stacks } = synthesised(environment);
  const written: Written[] = stacks.map((stack) => {
    const json: Written['json'] = Template.fromStack(stack).toJSON() as Written['json'];
    return { name: stack.stackName, region: stack.region, resources: Object.values(json.Resources), json };
  });
  /** The resource that an output of another stack leads to. */
  const targetOf = (reference: unknown): Resource | undefined => {
    const [, told = '{}'] = /<({"Fn::GetStackOutput".*})>/.exec(textOf(reference)) ?? [];
    const { 'Fn::GetStackOutput': { StackName = '', Region = '', OutputName = '' } = {} } = JSON.parse(told);
    const stack = written.find(({ name, region }) => name === StackName && region === Region);
    const value = stack?.json.Outputs?.[OutputName]?.Value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
    return stack?.json.Resources[value?.Ref ?? value?.['Fn::GetAtt']?.[0] ?? ''];
  };
  const ofType = (type: string) =>
    written.flatMap(({ region, resources }) =>
      resources.filter(({ Type }) => Type === type).map(({ Properties = {} }) => ({ region, ...Properties })),
    ) as ({ readonly region: string } & Record<string, unknown>)[];
  return { stacks, written, targetOf, ofType };
}

const statementsOf = ({ ofType }: ReturnType<typeof read>): Statement[] =>
  ofType('AWS::S3::BucketPolicy').flatMap(
    ({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement,
  );

describe.each([
  ['prod', environmentFor('prod')],
  ['dev', environmentFor('dev')],
  ['one with a firewall', environmentWith({ firewall: { requestsPerFiveMinutes: 3000 }, region: 'eu-west-1' })],
])('in %s, the log of requests', (_name, environment) => {
  const made = read(environment);
  const { stacks, written, targetOf, ofType } = made;
  const [source, ...moreSources] = ofType('AWS::Logs::DeliverySource');
  const [destination, ...moreDestinations] = ofType('AWS::Logs::DeliveryDestination');
  const [delivery, ...moreDeliveries] = ofType('AWS::Logs::Delivery');

  test('tells nothing in which an owner’s link could stand, and only what CloudFront knows', () => {
    const fields = delivery?.RecordFields as string[];
    expect(KNOWN).toEqual(expect.arrayContaining(fields));
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.filter((field) => TELLING.test(field))).toEqual([]);
  });

  test('tells what abuse and failures are found by: when, who, which area, how much, and what became of it', () => {
    expect(delivery?.RecordFields).toEqual(
      expect.arrayContaining([
        ...['date', 'time', 'c-ip', 'cs(User-Agent)', 'cs-method', 'cache-behavior-path-pattern'],
        ...['sc-bytes', 'time-taken', 'sc-status', 'x-edge-result-type', 'x-edge-detailed-result-type'],
      ]),
    );
  });

  test('is the only one: the distribution has neither the older log, which has the path, nor one that is streamed', () => {
    const configs = ofType('AWS::CloudFront::Distribution').map((one) => JSON.stringify(one.DistributionConfig));
    expect(configs).toHaveLength(1);
    expect(configs.join()).not.toMatch(/"Logging"|"RealtimeLogConfigArn"/);
    expect(ofType('AWS::CloudFront::RealtimeLogConfig')).toEqual([]);
  });

  test('is set up in the one region that takes CloudFront’s, by nothing that runs', () => {
    expect([moreSources, moreDestinations, moreDeliveries]).toEqual([[], [], []]);
    expect([source, destination, delivery].map((one) => one?.region)).toEqual(Array(3).fill('us-east-1'));
    const stack = written.find(({ resources }) => resources.some(({ Type }) => Type === 'AWS::Logs::Delivery'));
    expect(stack?.resources.map(({ Type }) => Type).toSorted()).toEqual([
      ...['AWS::Logs::Delivery', 'AWS::Logs::DeliveryDestination', 'AWS::Logs::DeliverySource'],
    ]);
  });

  test('is of this distribution, and lies in the bucket of the logs, in the environment’s own region', () => {
    expect(source).toMatchObject({ LogType: 'ACCESS_LOGS' });
    expect(targetOf(source?.ResourceArn)).toMatchObject({ Type: 'AWS::CloudFront::Distribution' });
    expect(textOf(destination?.DestinationResourceArn)).toContain(`"Region":"${environment.region}"`);
    const bucket = targetOf(destination?.DestinationResourceArn);
    expect(bucket).toMatchObject({
      Type: 'AWS::S3::Bucket',
      Properties: {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        // Without a prefix, so whatever lies there.
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
      },
    });
    const { LifecycleConfiguration } = bucket?.Properties ?? {};
    expect(JSON.stringify(LifecycleConfiguration)).not.toContain('Prefix');
  });

  test('may be written where it is set up to be, from this source alone', () => {
    const admitted = statementsOf(made).filter(({ Principal }) => Principal.Service === 'delivery.logs.amazonaws.com');
    const [statement] = admitted;
    expect(admitted).toHaveLength(1);
    expect(statement?.Action).toBe('s3:PutObject');
    expect(textOf(statement?.Resource)).toMatch(/^<{"Fn::GetAtt":\["storagelogs\w+","Arn"\]}>\/requests\/\*$/);
    expect(textOf(destination?.DestinationResourceArn)).toMatch(/>\/requests$/);
    expect(statement?.Condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(textOf(statement?.Condition.ArnEquals?.['aws:SourceArn'])).toBe(
      `arn:<{"Ref":"AWS::Partition"}>:logs:us-east-1:<{"Ref":"AWS::AccountId"}>:delivery-source:${source?.Name}`,
    );
    expect(Object.keys(statement?.Condition ?? {}).toSorted()).toEqual(['ArnEquals', 'StringEquals']);
  });

  test('is made after both of its ends and goes before them, and after the stacks that it tells of', () => {
    expect(delivery?.DeliverySourceName).toHaveProperty('Ref');
    expect(delivery?.DeliveryDestinationArn).toHaveProperty('Fn::GetAtt');
    const stack = stacks.find(({ stackName }) => stackName.endsWith('RequestLog'));
    expect(stack?.dependencies.map(({ stackName }) => stackName.replace(/^Datalandkort(Dev)?/, '')).toSorted()).toEqual(
      ['', 'Storage'],
    );
  });
});

test('environments have a log of requests each, by its own name', () => {
  const names = environments.flatMap(({ name }) => {
    const { ofType } = read(environmentFor(name));
    return [...ofType('AWS::Logs::DeliverySource'), ...ofType('AWS::Logs::DeliveryDestination')].map(
      ({ Name }) => Name,
    );
  });
  // A source and a destination are of two kinds, and those of an environment have one name.
  expect(new Set(names).size).toBe(environments.length);
  // What the service takes for a name.
  for (const name of names) expect(name).toMatch(/^[\w-]{1,60}$/);
});
