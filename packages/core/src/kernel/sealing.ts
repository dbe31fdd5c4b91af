/** Seals secrets for storage. What is sealed for one context (a channel's id) cannot be opened for another. */
export interface Sealer {
  /** The sealed text: key id, nonce and ciphertext in one printable string. */
  seal(plain: string, context: string): string;
  /** The plain text, or `null` when the text was not sealed by a key we hold, for this context, or was changed. */
  open(sealed: string, context: string): string | null;
}
