import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { TOLD } from '#functions/api/kept-answers.ts';
import { IMMUTABLE } from '#functions/api/reply.ts';
import { buildSystem } from '#infra/system.ts';
import { FILE_CACHE, isPage, webHeadersWith } from '#infra/web-headers.ts';
import { environmentWith, standIn, synthesised } from './stand-in.ts';

const [kept, stack] = buildSystem(new App(), environmentWith(), standIn);
const templateOf = (one: typeof stack) => (one ? Template.fromStack(one) : Template.fromString('{}'));
const template = templateOf(stack);
const storage = templateOf(kept);

interface Behaviour {
  readonly PathPattern?: string;
  readonly AllowedMethods: string[];
  readonly ViewerProtocolPolicy: string;
  readonly Compress: boolean;
  readonly TargetOriginId: string;
  readonly CachePolicyId: { Ref: string };
  readonly ResponseHeadersPolicyId: { Ref: string };
  readonly FunctionAssociations?: unknown[];
}

const [distribution = { Properties: {} }] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
const { DefaultCacheBehavior: toApi, CacheBehaviors: others, ...config } = distribution.Properties.DistributionConfig;
const behaviours: Behaviour[] = [toApi, ...others];
const resource = ({ Ref }: { Ref: string }) => template.toJSON().Resources[Ref].Properties;
const isOfPages = ({ PathPattern = '' }: Behaviour): boolean => isPage(PathPattern) || PathPattern === '/web/*';

describe('the distribution', () => {
  test('speaks HTTP/2 and HTTP/3, packs, and takes nothing that is not HTTPS', () => {
    expect(config).toMatchObject({ HttpVersion: 'http2and3', Enabled: true });
    for (const one of behaviours)
      expect(one).toMatchObject({ Compress: true, ViewerProtocolPolicy: 'redirect-to-https' });
  });

  test('sends every address to the API that is no page and no file of one, with every method', () => {
    expect(others.map(({ PathPattern }: Behaviour) => PathPattern)).toEqual([
      ...['/', '/da', '/da/*', '/en', '/en/*', '/web/*'],
    ]);
    for (const one of behaviours.filter((one) => !isOfPages(one))) {
      expect(one.TargetOriginId).toBe(toApi.TargetOriginId);
      expect(one.AllowedMethods).toHaveLength(7);
    }
    for (const one of behaviours.filter(isOfPages)) {
      expect(one.TargetOriginId).not.toBe(toApi.TargetOriginId);
      expect(one.AllowedMethods).toEqual(['GET', 'HEAD']);
    }
  });

  test('asks its function about pages and the root, and about nothing else', () => {
    const asked = behaviours.filter((one) => one.FunctionAssociations).map(({ PathPattern }) => PathPattern);
    expect(asked).toEqual(['/', '/da', '/da/*', '/en', '/en/*']);
  });

  test('keeps no failure beyond its time', () => {
    for (const { ErrorCachingMinTTL } of config.CustomErrorResponses) expect(ErrorCachingMinTTL).toBe(0);
    expect(config.CustomErrorResponses.map(({ ErrorCode }: { ErrorCode: number }) => ErrorCode)).toContain(404);
  });
});

describe('an answer of the API', () => {
  const { CachePolicyConfig: kept } = resource(toApi.CachePolicyId);
  const key = kept.ParametersInCacheKeyAndForwardedToOrigin;

  test('is kept apart by what the API negotiates by, and by who asks', () => {
    // Codings are negotiated by CloudFront itself, and it answers If-None-Match from what it holds.
    const named = TOLD.filter((name) => name !== 'accept-encoding' && name !== 'if-none-match');
    expect(key).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: [...named, 'authorization'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      CookiesConfig: { CookieBehavior: 'none' },
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    });
  });

  test('is kept for as long as it says itself, and not at all when it says nothing', () => {
    expect(kept).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
    for (const promise of [IMMUTABLE, FILE_CACHE]) {
      expect(kept.MaxTTL).toBeGreaterThanOrEqual(Number(/max-age=(\d+)/.exec(promise)?.[1]));
    }
  });

  test('reaches the API with every other header too, and is told HTTPS for good', () => {
    // The managed policy that leaves nothing out but the host's name, which the gateway would not know.
    expect(toApi.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    expect(resource(toApi.ResponseHeadersPolicyId).ResponseHeadersPolicyConfig.SecurityHeadersConfig).toEqual({
      StrictTransportSecurity: expect.objectContaining({ AccessControlMaxAgeSec: 31_536_000, Override: true }),
    });
  });
});

describe('a page', () => {
  const { ResponseHeadersPolicyConfig: set } = resource(
    behaviours.find(isOfPages)?.ResponseHeadersPolicyId ?? { Ref: '' },
  );

  test('has the headers that the local host gives it', () => {
    const { 'content-security-policy': policy, ...headers } = webHeadersWith([]);
    const { SecurityHeadersConfig: known, CustomHeadersConfig: custom } = set;
    const customs = custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]);
    expect({
      ...Object.fromEntries(customs),
      'referrer-policy': known.ReferrerPolicy.ReferrerPolicy,
      'x-content-type-options': known.ContentTypeOptions.Override && 'nosniff',
    }).toEqual(headers);
    const parts = known.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];
    const written = parts.map((part: unknown) => (typeof part === 'string' ? part : 'HOST')).join('');
    // It may also fetch what the API leads to in S3, and change a code for a token where people sign in: the one difference.
    const elsewhere = ' https://HOST https://HOST.auth.eu-north-1.amazoncognito.com';
    expect(written).toContain(`connect-src 'self'${elsewhere};`);
    expect(written.replace(elsewhere, '')).toBe(policy);
  });

  test('comes from a bucket that only this distribution may read', () => {
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const ofCloudFront = statements.filter(({ Principal }) => Principal.Service === 'cloudfront.amazonaws.com');
    expect(ofCloudFront.flatMap(({ Action }) => Action)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const { Condition } of ofCloudFront) expect(JSON.stringify(Condition)).toContain('AWS:SourceArn');
  });

  test('is put in place after the files that it names, and asked for anew each time', () => {
    const fillers = Object.values(template.findResources('Custom::CDKBucketDeployment'));
    const cached = new Map(fillers.map((one) => [one.Properties.SystemMetadata['cache-control'], one]));
    expect([...cached.keys()].sort()).toEqual(['max-age=3600', 'no-cache', FILE_CACHE]);
    const page = cached.get('no-cache');
    expect(page?.Properties).toMatchObject({ Include: ['index.html'], Prune: false });
    expect(page?.DependsOn.filter((id: string) => /CustomResource/.test(id))).toHaveLength(2);
  });
});

test('what is too large for an answer may be fetched from S3 by a page, and only read', () => {
  const buckets = Object.values(storage.findResources('AWS::S3::Bucket'));
  const rules = buckets.flatMap(({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? []);
  expect(rules).toMatchObject([{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }]);
});

test('every address that is given out begins with the distribution’s', () => {
  const lambdas = Object.values(template.findResources('AWS::Lambda::Function'));
  const told = lambdas.map(({ Properties }) => Properties.Environment?.Variables?.PUBLIC_URL).filter(Boolean);
  expect(told.length).toBeGreaterThan(0);
  for (const url of told) expect(JSON.stringify(url)).toMatch(/edgedistribution\w+","DomainName/);
});

test('with a domain it is known by that, and takes no TLS older than 1.2', () => {
  const domain = { name: 'data.example.dk', certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a-1b' };
  const { all } = synthesised(environmentWith({ domain }));
  expect(all('AWS::CloudFront::Distribution')[0]?.DistributionConfig).toMatchObject({
    Aliases: [domain.name],
    ViewerCertificate: { AcmCertificateArn: domain.certificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
  });
  const [api] = all('AWS::Lambda::Function').filter((one) => JSON.stringify(one).includes('"SIGN_IN"'));
  expect(api).toMatchObject({ Environment: { Variables: { PUBLIC_URL: 'https://data.example.dk' } } });
});

test('with a firewall, requests pass it first: too many of one address, and what AWS’s common rules know', () => {
  const { all, stacks } = synthesised(environmentWith({ firewall: { requestsPerFiveMinutes: 3000 } }));
  expect(stacks.map(({ region }) => region)).toEqual(['us-east-1', 'eu-north-1', 'eu-north-1', 'us-east-1']);
  expect(all('AWS::WAFv2::WebACL')).toMatchObject([
    {
      Scope: 'CLOUDFRONT',
      Rules: [
        { Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 3000, AggregateKeyType: 'IP' } } },
        { Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet' } } },
      ],
    },
  ]);
  expect(all('AWS::CloudFront::Distribution')[0]?.DistributionConfig).toHaveProperty('WebACLId');
});

test('the gateway’s log has the route and no path, as an owner’s path is the owner’s key', () => {
  const { all } = synthesised(environmentWith());
  const formats = all('AWS::ApiGatewayV2::Stage').map(({ AccessLogSettings }) => JSON.stringify(AccessLogSettings));
  expect(formats).toHaveLength(1);
  expect(formats.join()).toContain('$context.routeKey');
  expect(formats.join()).not.toMatch(/\$context\.(path|resourcePath|customDomain\.basePath)\b/);
});
