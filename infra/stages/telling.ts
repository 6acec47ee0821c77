/** From the ledger to those who asked to be told. */
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Telling extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    new StageFunction(this, 'deliver-webhooks', ground);
  }
}
