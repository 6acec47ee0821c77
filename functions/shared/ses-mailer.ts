/** Sends mails by SES. */
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { translated } from './failures.ts';
import { mailMessage } from './mail-message.ts';
import type { Mailer } from './mailer.ts';

export interface SesOptions {
  readonly from: string;
  /** The configuration set by which SES tells of letters that come back. */
  readonly configurationSet: string | undefined;
  readonly client?: SESv2Client;
}

export const sesMailer = ({ from, configurationSet, client = new SESv2Client({}) }: SesOptions): Mailer => ({
  async send(mail) {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [...mail.to] },
      Content: { Raw: { Data: await mailMessage(mail, from) } },
      ...(configurationSet && { ConfigurationSetName: configurationSet }),
    });
    await translated(() => client.send(command));
  },
});
