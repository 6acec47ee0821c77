import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { SignInVariable } from '#functions/shared/sign-in-settings.ts';
import { buildSystem } from '#infra/system.ts';
import { environmentWith, standIn } from './stand-in.ts';

const app = new App();
const [, stack] = buildSystem(app, environmentWith({ owners: ['sds', 'ssi'] }), standIn);
const template = stack && Template.fromStack(stack);

test('the scopes of the API are those of the resource server, with one for each owner that is named', () => {
  template?.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
    Identifier: 'datalandkort',
    Scopes: ['operator', 'subscriber', 'owner:sds', 'owner:ssi'].map((ScopeName) => Match.objectLike({ ScopeName })),
  });
});

test('each program has one scope', () => {
  const clients = Object.values(template?.findResources('AWS::Cognito::UserPoolClient') ?? {}).filter(
    ({ Properties }) => Properties.GenerateSecret,
  );
  expect(clients).toHaveLength(4);
  for (const { Properties } of clients) {
    expect(Properties.AllowedOAuthScopes).toHaveLength(1);
    expect(Properties.AllowedOAuthFlows).toEqual(['client_credentials']);
  }
});

test('nobody signs up by himself, and a password is not enough', () => {
  template?.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
  });
});

test('the API is told the pool as its issuer', () => {
  template?.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ TOKEN_ISSUER: Match.anyValue(), TOKEN_JWKS: Match.anyValue() }) },
  });
});

test('people sign in on a page of Cognito’s and come back to the console in their language', () => {
  template?.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', { 'Fn::Join': ['', [Match.anyValue(), '/operator']] }],
    CallbackURLs: ['/da/operator', '/en/operator'].map((path) => ({
      'Fn::Join': ['', ['https://', Match.anyValue(), path]],
    })),
  });
  template?.resourceCountIs('AWS::Cognito::UserPoolDomain', 1);
});

/** A value of the template with what CloudFormation fills in written as `x`. */
const filledIn = (value: unknown): string => {
  const { 'Fn::Join': [, parts] = ['', [value]] } = value as { 'Fn::Join'?: [string, unknown[]] };
  return parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
};

test('whoever lets callers in is told how people sign in, and of which group they must be', () => {
  template?.resourceCountIs('AWS::Cognito::UserPoolGroup', 1);
  template?.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName: 'operators' });
  const told = Object.values(template?.findResources('AWS::Lambda::Function') ?? {})
    .map(({ Properties }) => Properties.Environment?.Variables ?? {})
    .filter((variables) => 'TOKEN_ISSUER' in variables);
  expect(told).toHaveLength(2);
  for (const { SIGN_IN } of told) {
    const settings = SignInVariable.parse(filledIn(SIGN_IN));
    expect(settings).toMatchObject({ group: 'operators', scopes: ['openid', 'email', 'datalandkort/operator'] });
    expect(settings.token).toMatch(/amazoncognito\.com\/oauth2\/token$/);
  }
});

test('the pages’ policy lets them change a code for a token at Cognito', () => {
  const policies = JSON.stringify(template?.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
  expect(policies).toMatch(/connect-src 'self' https:.*amazoncognito\.com; manifest-src/);
});
