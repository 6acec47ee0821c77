/** Names that several stages know something by. */
import type { Environment } from '#infra/environments.ts';

/** The configuration set by which SES tells of letters that come back. */
export const configurationSetOf = ({ name }: Pick<Environment, 'name'>): string => `datalandkort-reports-${name}`;

/** What CloudFront's log of requests is set up under; an account has one of each name. */
export const requestLogNameOf = ({ name }: Pick<Environment, 'name'>): string => `datalandkort-requests-${name}`;

/** Stacks of an environment: prod has the plain names. */
export const stackNameOf = ({ name }: Pick<Environment, 'name'>, part = ''): string =>
  `Datalandkort${name === 'prod' ? '' : 'Dev'}${part}`;
