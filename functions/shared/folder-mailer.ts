/** Lays mails into a folder, where a mail program opens them: for one machine, from which nothing is sent. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailMessage } from './mail-message.ts';
import type { Mailer } from './mailer.ts';

export const folderMailer = (folder: string, from: string): Mailer => ({
  async send(mail) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${mail.id}.eml`), await mailMessage(mail, from));
  },
});
