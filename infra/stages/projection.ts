/** From the ledger to the views of it: today the datasets table. */
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Projection extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    new StageFunction(this, 'project', ground);
  }
}
