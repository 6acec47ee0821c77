/** Letters to owners, and what comes back of them. */
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { type Ground, StageFunction } from './stage-function.ts';

export class Reports extends Construct {
  /** The configuration set by which SES tells of letters that come back. */
  static readonly configurationSet = 'datalandkort-reports';

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const set = new ConfigurationSet(this, 'letters', { configurationSetName: Reports.configurationSet });
    new ConfigurationSetEventDestination(this, 'returned', {
      configurationSet: set,
      destination: EventDestination.snsTopic(ground.channels.topics['letters-returned']),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    for (const name of ['send-reports', 'note-bounces'] as const) new StageFunction(this, name, ground);
  }
}
