/** From the addresses that records name to what is known of them. */
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Checking extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    new StageFunction(this, 'check-links', ground);
  }
}
