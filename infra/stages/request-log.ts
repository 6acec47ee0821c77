/**
 * CloudFront's log of requests, without the fields that a signed link could stand in. It is set up in the one region that takes
 * the log of CloudFront, and written into the environment's own.
 */
import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Environment } from '#infra/environments.ts';
import { requestLogNameOf } from './names.ts';

/**
 * What a line tells of a request, by the names of CloudFront's own reference (standard-logs-reference.html). An owner's path
 * holds the link by which one acts for the owner, so there is no path here, no query, no page that led here, and no cookie;
 * what a line needs is there without them.
 */
const FIELDS: readonly string[] = [
  // When, and which: what a reader complains of had this id in its header `x-amz-cf-id`.
  ...['date', 'time', 'x-edge-request-id'],
  // Who.
  ...['c-ip', 'cs(User-Agent)'],
  // What, as far as that may be told: `/da/*` or `*`, the pattern by which the distribution chose where to ask.
  ...['cs-method', 'cache-behavior-path-pattern'],
  // How much, and how long.
  ...['cs-bytes', 'sc-bytes', 'time-taken', 'time-to-first-byte'],
  // What became of it, and where.
  ...['sc-status', 'x-edge-result-type', 'x-edge-detailed-result-type', 'x-edge-location'],
];

/**
 * Where in the bucket. It has to be named with the bucket: CloudFront would else put `AWSLogs/<account>/CloudFront/` before
 * the days, at the first deployment and not at those that change them (cloudformation-coverage-roadmap#2274).
 */
const PREFIX = 'requests';
const DAYS = '{yyyy}/{MM}/{dd}';

export interface RequestLogProps {
  readonly environment: Environment;
  readonly distribution: Distribution;
  readonly logs: Bucket;
}

export class RequestLog extends Construct {
  constructor(scope: Construct, id: string, { environment, distribution, logs }: RequestLogProps) {
    super(scope, id);
    const name = requestLogNameOf(environment);
    this.#letIn(logs, name);
    const source = new CfnDeliverySource(this, 'source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'destination', {
      name,
      destinationResourceArn: logs.arnForObjects(PREFIX),
      // Each line names its fields, so that lines from before a change of them are read by the same program.
      outputFormat: 'json',
    });
    new CfnDelivery(this, 'delivery', {
      // By reference, so that it is made after both and taken away before them.
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...FIELDS],
      s3SuffixPath: DAYS,
    });
  }

  /**
   * Lets this log and no other be written. AWS would add a statement of its own, which the next change of the bucket's policy
   * takes away without a word. The list of access that its example asks of each object does nothing where none is obeyed.
   */
  #letIn(logs: Bucket, name: string): void {
    logs.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RequestLog',
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [logs.arnForObjects(`${PREFIX}/*`)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnEquals: { 'aws:SourceArn': this.#arnOf(name) },
        },
      }),
    );
  }

  /** Of the source by its name and not by reference: the bucket is there before it. */
  #arnOf(name: string): string {
    return Stack.of(this).formatArn({
      service: 'logs',
      resource: 'delivery-source',
      resourceName: name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
