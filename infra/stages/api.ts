/** How the world reads the catalogue: an HTTP API whose routes are those of the topology. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '#infra/topology-shape.ts';
import { argue } from './argued.ts';
import { servedGradually } from './gradual.ts';
import { type Ground, StageFunction } from './stage-function.ts';

/** Requests a second, over all clients: a crawler that walks the whole catalogue fits in, a flood does not. */
const RATE_LIMIT = 200;
const BURST_LIMIT = 400;

const METHODS: Readonly<Record<Route['method'], HttpMethod>> = {
  ANY: HttpMethod.ANY,
  GET: HttpMethod.GET,
  HEAD: HttpMethod.HEAD,
  POST: HttpMethod.POST,
  PUT: HttpMethod.PUT,
  DELETE: HttpMethod.DELETE,
  OPTIONS: HttpMethod.OPTIONS,
};

/**
 * What is noted of a request, a line of JSON each. The route and not the path: an owner's path is the owner's key, and a log is read by more
 * people than may act for owners.
 */
const LOGGED = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    method: '$context.httpMethod',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    sourceIp: '$context.identity.sourceIp',
    userAgent: '$context.identity.userAgent',
  }),
);

/** The gateway alone: its address is a setting of functions in several stages. */
export class Gateway extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.api = new HttpApi(this, 'api', { createDefaultStage: false });
    const log = new LogGroup(this, 'access-log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_LIMIT, burstLimit: BURST_LIMIT },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: LOGGED },
    });
  }
}

export class Api extends Construct {
  constructor(scope: Construct, id: string, { ground, gateway }: { ground: Ground; gateway: Gateway }) {
    super(scope, id);
    for (const name of ['api', 'preview-source'] as const) {
      const { lambda } = new StageFunction(this, name, ground);
      // The preview is for operators, who can wait for a version that works; everybody reads the API.
      const served = name === 'api' ? servedGradually(this, lambda, gateway.api) : lambda;
      const integration = new HttpLambdaIntegration(`integration-${name}`, served as IFunction);
      for (const trigger of ground.topology.functions[name].triggers) {
        if (trigger.kind !== 'http') continue;
        for (const { method, path } of trigger.routes) {
          for (const route of gateway.api.addRoutes({ path, methods: [METHODS[method]], integration })) {
            argue(route, {
              'AwsSolutions-APIG4':
                'Reads are public; who may do more is looked at in the function (docs/decisions/0038).',
            });
          }
        }
      }
    }
  }
}
