import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentFor, environments, mailDomainOf } from '#infra/environments.ts';
import { environmentWith, synthesised } from './stand-in.ts';

const dev = { name: 'dev', kept: false, reserved: false, monthPlan: 25 };

test.each(environments.map(({ name }) => name))('%s is complete', (name) => {
  expect(environmentFor(name)).toMatchObject({ name, region: 'eu-north-1' });
});

test('where none is named it is the one that may be thrown away', () => {
  expect(environmentFor()).toMatchObject({ name: 'dev', kept: false });
});

test('one that there is not is named with those that there are', () => {
  expect(() => environmentFor('live')).toThrow('There is no environment "live": name one of dev, prod.');
});

describe('what is refused, with its place:', () => {
  test.each([
    ['a region outside the Union', { region: 'us-east-1' }, 'region'],
    ['London, which is not in it', { region: 'eu-west-2' }, 'region'],
    ['a certificate from where CloudFront takes none', { domain: domainWith('eu-north-1') }, 'domain.certificate'],
    ['an address that is none', { alarmMail: 'driften' }, 'alarmMail'],
    ['an owner’s id that no scope could be named by', { owners: ['Sundhedsstyrelsen æ'] }, 'owners.0'],
    ['a sender without a domain', { mailFrom: 'Datalandkort' }, 'mailFrom'],
    ['a key that nobody knows', { alarmmail: 'a@b.dk' }, 'alarmmail'],
  ])('%s', (_what, more, place) => {
    expect(() => environmentFor('dev', [{ ...dev, ...more }])).toThrow(place);
  });
});

function domainWith(region: string) {
  return { name: 'data.example.dk', certificate: `arn:aws:acm:${region}:123456789012:certificate/0a` };
}

test('letters come from the domain behind the at', () => {
  expect(mailDomainOf('Datalandkort <rapport@Example.dk>')).toBe('example.dk');
  expect(mailDomainOf('rapport@example.dk')).toBe('example.dk');
});

test('docs/deploy.md names the stacks and where each is, in the order in which they are made', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');
  const told = [...text.matchAll(/^\| `(DatalandkortDev\w*)`[^|]*\| (?:`([\w-]+)`|the environment's region) \|/gm)];
  const { stacks } = synthesised(
    environmentWith({
      ...environmentFor('dev'),
      firewall: { requestsPerFiveMinutes: 3000 },
      alarmMail: 'drift@example.dk',
    }),
  );
  expect(told.map(([, name, region = 'eu-north-1']) => [name, region])).toEqual(
    stacks.map(({ stackName, region }) => [stackName, region]),
  );
});

describe('dev', () => {
  const { resources, templates, stacks } = synthesised(environmentFor('dev'));

  test('leaves nothing behind: whatever holds something goes with its stack, and buckets are emptied first', () => {
    const retained = resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    // A version of a function is nothing without it.
    expect(retained.map(({ Type }) => Type)).toEqual([]);
    const buckets = resources.filter(({ Type }) => Type === 'AWS::S3::Bucket');
    const emptied = resources.filter(({ Type }) => Type === 'Custom::S3AutoDeleteObjects');
    expect(emptied).toHaveLength(buckets.length);
    for (const stack of stacks) expect(stack.terminationProtection).toBe(false);
    expect(JSON.stringify(templates)).not.toMatch(/"DeletionProtection(Enabled)?":(true|"ACTIVE")/);
  });

  test('has a log group, with an end, for every function: one that Lambda made itself would stay for ever', () => {
    const lambdas = resources.filter(({ Type }) => Type === 'AWS::Lambda::Function');
    for (const { Properties } of lambdas) expect(Properties).toHaveProperty('LoggingConfig.LogGroup');
    const groups = resources.filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    for (const { Properties, DeletionPolicy } of groups) {
      expect([Properties?.RetentionInDays, DeletionPolicy]).toEqual([expect.any(Number), 'Delete']);
    }
  });
});

describe('prod', () => {
  const { resources, stacks, all } = synthesised(environmentFor('prod'));

  test('keeps what nobody could make again, as docs/deploy.md lists it', () => {
    const retained = resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain').map(({ Type }) => Type);
    expect(retained.toSorted()).toEqual([
      'AWS::Cognito::UserPool',
      ...Array(5).fill('AWS::DynamoDB::Table'),
      ...Array(2).fill('AWS::S3::Bucket'),
    ]);
    for (const stack of stacks) expect(stack.terminationProtection).toBe(true);
  });

  test('says of everything that can be told so whose it is', () => {
    for (const table of all('AWS::DynamoDB::Table')) {
      expect(table.Tags).toEqual([
        { Key: 'environment', Value: 'prod' },
        { Key: 'project', Value: 'datalandkort' },
      ]);
    }
  });
});
