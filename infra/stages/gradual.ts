/** A new version of a function gets a tenth of the requests first; it gets all of them, or none, by what its alarms say. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type IVersion, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { argue } from './argued.ts';

const PERIOD = Duration.minutes(1);

/** Answers of the 5xx kind in a minute: a tenth of the requests is few, and one such answer may be a passing throttle. */
const SERVER_ERRORS = 5;

const ARTICLE = 'See docs/runbook.md, "A new version was taken back".';

function alarmsOf(scope: Construct, alias: Alias, api: HttpApi): Alarm[] {
  const { stackName } = Stack.of(scope);
  const common = { evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING };
  return [
    // It failed without an answer: it did not start, ran out of time or of memory.
    new Alarm(scope, 'version-fails', {
      ...common,
      alarmName: `${stackName}-version-fails`,
      metric: alias.metricErrors({ period: PERIOD }),
      threshold: 1,
      alarmDescription: `The API ends without an answer. ${ARTICLE}`,
    }),
    // It answered that it could not: the function is well for all that Lambda knows.
    new Alarm(scope, 'version-answers-badly', {
      ...common,
      alarmName: `${stackName}-version-answers-badly`,
      metric: api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
      threshold: SERVER_ERRORS,
      alarmDescription: `The API answers with failures of its own. ${ARTICLE}`,
    }),
  ];
}

/** Moves the one alias, and reads the two alarms: the managed policy would let it move every alias of the account. */
function moverOf(scope: Construct, lambda: Lambda, alias: Alias): Role {
  const role = new Role(scope, 'mover', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
      resources: [lambda.functionArn, alias.functionArn],
    }),
  );
  // It asks for alarms by name in one call, which is allowed for all of them or none.
  role.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }));
  argue(role, {
    'AwsSolutions-IAM5[Resource::*]': 'CloudWatch describes alarms by their names, to all of them or none.',
  });
  return role;
}

/** @returns what requests go to: the version that is served, or two of them for the minutes of a deployment. */
export function servedGradually(scope: Construct, lambda: Lambda, api: HttpApi): Alias {
  const alias = new Alias(scope, 'served', { aliasName: 'served', version: lambda.currentVersion as IVersion });
  const role = moverOf(scope, lambda, alias);
  const group = new LambdaDeploymentGroup(scope, 'deployment', {
    alias,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    alarms: alarmsOf(scope, alias, api),
    role: role.withoutPolicyUpdates(),
  });
  group.node.addDependency(role);
  return alias;
}
