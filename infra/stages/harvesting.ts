/**
 * From a source's schedule to the ledger: runs are started, worked on, and ended when their worker died; what cannot be
 * worked on is set aside.
 */
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Harvesting extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    for (const name of ['start-runs', 'harvest', 'reap-runs', 'set-aside'] as const)
      new StageFunction(this, name, ground);
  }
}
