/** The way that mails take on this host: into a folder where one is named, by SES where there is a sender, or none. */
import { folderMailer } from './folder-mailer.ts';
import type { Mailer } from './mailer.ts';
import { sesMailer } from './ses-mailer.ts';

interface MailSettings {
  readonly MAIL_FROM?: string | undefined;
  readonly MAIL_FOLDER?: string | undefined;
  readonly MAIL_CONFIGURATION_SET?: string | undefined;
}

/** Undefined where nobody is named as sender: then nothing is sent, and nobody is told that something was. */
export function mailerOf({ MAIL_FROM, MAIL_FOLDER, MAIL_CONFIGURATION_SET }: MailSettings): Mailer | undefined {
  if (MAIL_FROM === undefined) return undefined;
  if (MAIL_FOLDER !== undefined) return folderMailer(MAIL_FOLDER, MAIL_FROM);
  return sesMailer({ from: MAIL_FROM, configurationSet: MAIL_CONFIGURATION_SET });
}
