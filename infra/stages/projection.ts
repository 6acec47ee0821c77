/**
 * From the ledger to the views of it: the datasets table, which datasets are one, the feed's frozen pages, snapshots, how good
 * descriptions are, and the search file; and what takes a person's contact out of all of them.
 */
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Projection extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    for (const name of [
      'project',
      'link-datasets',
      'render-feeds',
      'take-snapshot',
      'assess-datasets',
      'index-search',
      'rebuild-views',
      'erase-contacts',
    ] as const) {
      new StageFunction(this, name, ground);
    }
  }
}
