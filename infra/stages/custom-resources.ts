/** CDK's own functions, which run at a deployment: held to what the others are held to, as far as CDK lets them be. */
import { CfnResource, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { argue } from './argued.ts';

/** Empties buckets that go with their stack. */
const EMPTIER = 'Custom::S3AutoDeleteObjectsCustomResourceProvider';
/** Fills the bucket of the pages. */
const FILLER = /^Custom::CDKBucketDeployment/;

const AT_DEPLOYMENT = 'It runs at a deployment, whose own log says what became of it.';
const RUNTIME = 'CDK chooses the runtime of its own function, and its tests are for that one.';

/**
 * A log of its own with an end, and no right but to write it: CDK would let it write every log of the account, into one that
 * stays for ever when the stack has gone. Which buckets it may empty is said in their policies.
 */
function boundEmptier(stack: Stack): void {
  const provider = stack.node.tryFindChild(EMPTIER);
  const role = provider?.node.tryFindChild('Role');
  const handler = provider?.node.tryFindChild('Handler');
  if (!(role instanceof CfnResource) || !(handler instanceof CfnResource)) return;
  const log = new LogGroup(stack, 'emptier-log', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  role.addPropertyDeletionOverride('ManagedPolicyArns');
  role.addPropertyOverride('Policies', [
    {
      PolicyName: 'log',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: log.logGroupArn },
        ],
      },
    },
  ]);
  handler.addPropertyOverride('LoggingConfig', { LogGroup: log.logGroupName });
}

/** Called when a stack is complete. */
export function boundCustomResources(stack: Stack): void {
  boundEmptier(stack);
  for (const child of stack.node.children.filter(({ node }) => FILLER.test(node.id))) {
    argue(child, {
      'AwsSolutions-L1': RUNTIME,
      'Serverless-LambdaLatestVersion': RUNTIME,
      'Serverless-LambdaDLQ': AT_DEPLOYMENT,
      'Serverless-LambdaTracing': AT_DEPLOYMENT,
    });
  }
}
