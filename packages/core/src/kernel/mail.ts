/** One mail to one person. */
export interface Mail {
  readonly to: { readonly address: string; readonly name?: string | undefined };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** Further headers, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Comes back with every delivery event of this mail; letters, digits, `_` and `-` only. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Set for images shown inside the HTML as `cid:<contentId>`. */
  readonly contentId?: string;
}

/** Sends mail. Resolves with the mail service's message id once it has taken the mail over. */
export interface Mailer {
  send(mail: Mail): Promise<{ messageId: string }>;
}
