import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { buildSystem } from '#infra/system.ts';
import { standIn } from './stand-in.ts';

const app = new App({ context: { owners: 'sds,ssi' } });
const [, stack] = buildSystem(app, standIn);
const template = stack && Template.fromStack(stack);

test('the scopes of the API are those of the resource server, with one for each owner that is named', () => {
  template?.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
    Identifier: 'datalandkort',
    Scopes: ['operator', 'subscriber', 'owner:sds', 'owner:ssi'].map((ScopeName) => Match.objectLike({ ScopeName })),
  });
});

test('each program has one scope', () => {
  const clients = Object.values(template?.findResources('AWS::Cognito::UserPoolClient') ?? {});
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
