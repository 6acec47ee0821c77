/** A mail as it travels: MIME with a text and an HTML part, and attachments (RFC 5322, RFC 2045–2049). */
import nodemailer from 'nodemailer';
import type { Mail } from './mailer.ts';

const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** @param from the sender, as `Datalandkort <rapport@example.org>`. */
export async function mailMessage(mail: Mail, from: string): Promise<Buffer> {
  const { message } = await composer.sendMail({
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, type, content }) => ({ filename, contentType: type, content })),
    headers: {
      'List-Unsubscribe': `<${mail.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // No robot answers with "I am on holiday".
      'Auto-Submitted': 'auto-generated',
    },
    // What a harvested name may hold is text and no address of a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // `buffer: true` above.
  return Buffer.isBuffer(message) ? message : Buffer.from(String(message));
}
