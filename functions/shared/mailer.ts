/** A letter on its way out. */
export interface Mail {
  /** Names the mail in a folder and in the log; no two mails have the same. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly type: string; readonly content: Buffer }[];
  /** Where a mail program asks to be spared further letters: an address that takes a POST (RFC 8058). */
  readonly unsubscribe: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}
