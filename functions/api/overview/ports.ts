/** What is read to know how everything is: by the API for operators, and by `watch` for alarms. */
import type { ApiPorts } from '../ports.ts';

export interface OverviewPorts {
  readonly ledger: Pick<ApiPorts['ledger'], 'head' | 'read'>;
  readonly checkpoints: ApiPorts['checkpoints'];
  readonly runs: ApiPorts['runs'];
  readonly sources: Pick<ApiPorts['sources'], 'listKept'>;
  readonly deadLetters: Pick<ApiPorts['deadLetters'], 'list'>;
  readonly linkStatuses: Pick<ApiPorts['linkStatuses'], 'list'>;
  readonly webhooks: {
    readonly subscriptions: Pick<ApiPorts['webhooks']['subscriptions'], 'list'>;
    readonly courses: Pick<ApiPorts['webhooks']['courses'], 'all'>;
  };
}
