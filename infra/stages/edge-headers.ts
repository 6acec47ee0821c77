/** The headers that CloudFront sets on answers: those of infra/web-headers.ts on pages, and HTTPS for good on all of them. */
import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { webHeadersWith } from '#infra/web-headers.ts';

/** Browsers that came once ask by HTTPS for so long, also where an address says HTTP. */
const HTTPS_FOR = Duration.days(365);

const HTTPS: ResponseSecurityHeadersBehavior = {
  strictTransportSecurity: { accessControlMaxAge: HTTPS_FOR, override: true },
};

/** CloudFront knows these by fields of their own and refuses them among the others. */
const FIELDS = ['content-security-policy', 'x-content-type-options', 'referrer-policy'] as const;

/** @param origins where the pages may fetch from beside their own host. */
export function edgeHeaders(
  scope: Construct,
  origins: readonly string[],
): { readonly pages: ResponseHeadersPolicy; readonly api: ResponseHeadersPolicy } {
  const wanted = webHeadersWith(origins);
  const known: ReadonlySet<string> = new Set(FIELDS);
  const pages = new ResponseHeadersPolicy(scope, 'headers-of-pages', {
    securityHeadersBehavior: {
      ...HTTPS,
      contentSecurityPolicy: { contentSecurityPolicy: wanted['content-security-policy'], override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(wanted)
        .filter(([header]) => !known.has(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });
  const api = new ResponseHeadersPolicy(scope, 'headers-of-the-api', { securityHeadersBehavior: HTTPS });
  return { pages, api };
}
