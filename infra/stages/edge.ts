/** One address for people and programs: CloudFront before the web pages' files and the API. */

import { join } from 'node:path';
import { Annotations, Duration, Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { TOLD } from '#functions/api/kept-answers.ts';
import type { Environment } from '#infra/environments.ts';
import { argue } from './argued.ts';
import { edgeHeaders } from './edge-headers.ts';
import type { Pages } from './pages.ts';

/** The longest that the API promises of an answer (functions/api/reply.ts); files of the pages are kept for as long as that too. */
const LONGEST = Duration.days(365);

/**
 * What keeps answers of the API apart. Codings are CloudFront's own to negotiate, and it answers `If-None-Match` itself
 * from what it holds (RFC 9111 § 4.3.2): as a part of the key that header would give each reader a cache of his own.
 */
const OWN_TO_CLOUDFRONT: ReadonlySet<string> = new Set(['accept-encoding', 'if-none-match']);
const keyHeaders: readonly string[] = [
  ...TOLD.filter((name) => !OWN_TO_CLOUDFRONT.has(name)),
  // Passed on only as a part of the key. Nothing that is answered to it is kept: the API says `private` or `no-store` then.
  'authorization',
];

/** CloudFront would give out a failure for ten seconds, whatever the API says of keeping it, also after it has passed. */
const FAILURES: readonly ErrorResponse[] = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map(
  (httpStatus) => ({
    httpStatus,
    ttl: Duration.seconds(0),
  }),
);

export interface EdgeProps {
  readonly pages: Pages;
  readonly api: HttpApi;
  /** Where the pages may fetch from beside their own host. */
  readonly origins: readonly string[];
  readonly domain: Environment['domain'];
  /** The ARN of the rules that requests pass first. */
  readonly firewall: string | undefined;
}

/** What is passed on is kept for as long as it says itself; one that says nothing is not kept. */
const AS_TOLD = { minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: LONGEST };
const PACKED = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true };

export class Edge extends Construct {
  readonly distribution: Distribution;
  /** Where all of it is known to stand, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { pages, api, origins, domain, firewall }: EdgeProps) {
    super(scope, id);
    const headers = edgeHeaders(this, origins);
    const fromApi = this.#fromApi(api, headers.api);
    const fromPages = this.#fromPages(pages, headers.pages);
    const turned = this.#turned();
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'S3 lists a bucket at its root, and no path that leads to this bucket is its root.',
    );
    this.distribution = new Distribution(this, 'distribution', {
      comment: 'Datalandkort: web pages, API and feeds',
      defaultBehavior: fromApi,
      additionalBehaviors: {
        '/': { ...fromApi, ...turned },
        // Each language by itself and what is below it, and nothing else that begins with the same letters.
        ...Object.fromEntries(['/da', '/da/*', '/en', '/en/*'].map((path) => [path, { ...fromPages, ...turned }])),
        '/web/*': fromPages,
      },
      errorResponses: [...FAILURES],
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(firewall !== undefined && { webAclId: firewall }),
      ...(domain && this.#named(domain)),
    });
    argue(this.distribution, {
      'AwsSolutions-CFR1': 'The catalogue is public, wherever its reader is.',
      'AwsSolutions-CFR3':
        'The log that this rule knows has each path, and an owner’s path is a key; infra/stages/request-log.ts is the newer one, without.',
      ...(firewall === undefined && {
        'AwsSolutions-CFR2': 'Chosen in infra/environments.ts; without it the gateway throttles.',
      }),
      ...(!domain && {
        'AwsSolutions-CFR4':
          'With CloudFront’s own certificate its oldest protocol cannot be chosen; with a domain it is.',
      }),
    });
    this.url = `https://${domain?.name ?? this.distribution.domainName}`;
  }

  /** With a name of one's own, how old a browser may be is one's own to say too. */
  #named({ name, certificate }: NonNullable<Environment['domain']>) {
    return {
      domainNames: [name],
      certificate: Certificate.fromCertificateArn(this, 'certificate', certificate),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  #fromApi(api: HttpApi, responseHeadersPolicy: BehaviorOptions['responseHeadersPolicy']): BehaviorOptions {
    const host = Fn.select(2, Fn.split('/', api.apiEndpoint));
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: new CachePolicy(this, 'as-the-api-says', {
        ...AS_TOLD,
        ...PACKED,
        headerBehavior: CacheHeaderBehavior.allowList(...keyHeaders),
        queryStringBehavior: CacheQueryStringBehavior.all(),
      }),
      // If-Match, Content-Type and what else there is: they make no difference to what a GET is answered.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      ...(responseHeadersPolicy && { responseHeadersPolicy }),
    };
  }

  #fromPages({ bucket }: Pages, responseHeadersPolicy: BehaviorOptions['responseHeadersPolicy']): BehaviorOptions {
    // With the right to list, S3 says 404 of a file that is not there, and not 403.
    const originAccessLevels = [AccessLevel.READ, AccessLevel.LIST];
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: new CachePolicy(this, 'as-the-files-say', { ...AS_TOLD, ...PACKED }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      ...(responseHeadersPolicy && { responseHeadersPolicy }),
    };
  }

  /** By the function that gives pages their file and leads browsers to a language. */
  #turned(): Pick<BehaviorOptions, 'functionAssociations'> {
    const turn = new EdgeFunction(this, 'turn', {
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'edge-function.js') }),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Gives pages their file, and leads browsers to a language',
    });
    return { functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: turn }] };
  }
}
