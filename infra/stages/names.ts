/** Names that several stages know something by. */
import type { Environment } from '#infra/environments.ts';

/** The configuration set by which SES tells of letters that come back. */
export const configurationSetOf = ({ name }: Pick<Environment, 'name'>): string => `datalandkort-reports-${name}`;

/** Stacks of an environment: prod has the plain names. */
export const stackNameOf = ({ name }: Pick<Environment, 'name'>, part = ''): string =>
  `Datalandkort${name === 'prod' ? '' : 'Dev'}${part}`;
