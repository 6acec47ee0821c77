/** Letters to owners, and what comes back of them. */
import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { mailDomainOf } from '#infra/environments.ts';
import { configurationSetOf } from './names.ts';
import { type Ground, StageFunction } from './stage-function.ts';

export class Reports extends Construct {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const { environment } = ground;
    const set = new ConfigurationSet(this, 'letters', {
      configurationSetName: configurationSetOf(environment),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    if (environment.mailFrom !== undefined) this.#sender(mailDomainOf(environment.mailFrom));
    new ConfigurationSetEventDestination(this, 'returned', {
      configurationSet: set,
      destination: EventDestination.snsTopic(ground.channels.topics['letters-returned']),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    for (const name of ['send-reports', 'note-bounces'] as const) new StageFunction(this, name, ground);
  }

  /** SES sends for a domain once three records in its DNS say so, which whoever keeps the DNS has to set. */
  #sender(domain: string): void {
    const { dkimRecords } = new EmailIdentity(this, 'sender', { identity: Identity.domain(domain) });
    dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(Stack.of(this), `MailRecord${index + 1}`, { value: Fn.join(' CNAME ', [name, value]) });
    });
  }
}
