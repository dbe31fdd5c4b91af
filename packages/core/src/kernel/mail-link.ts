import { timingSafeEqual } from "node:crypto";
import { hashOfSecret } from "./secret.ts";

/** The workspace's ULID, the mail's digest and 256 bits, without a dot: a path with one is taken for a file. */
const tokenForm = /^([0-9A-Z]{26})([0-9a-f]{32})([\w-]{43})$/;

/** What the address of a link in a mail ends with: it names the mail, and proves that its reader follows it. */
export const mailToken = (mail: { readonly workspaceId: string; readonly id: string }, secret: string): string =>
  `${mail.workspaceId.slice("ws_".length)}${mail.id.slice("mail_".length)}${secret}`;

/** The mail that a token names, and the secret that has to be one of the mail's; `undefined` for anything else. */
export function readMailToken(token: string): { workspaceId: string; id: string; secret: string } | undefined {
  const [, workspace, id, secret] = tokenForm.exec(token) ?? [];
  return workspace && id && secret ? { workspaceId: `ws_${workspace}`, id: `mail_${id}`, secret } : undefined;
}

/** Whether a secret is one of those that went out with a mail; compared in constant time. */
export function isSecretOf(mail: { readonly secretHashes: readonly string[] }, secret: string): boolean {
  const hash = Buffer.from(hashOfSecret(secret));
  return mail.secretHashes.some((known) => known.length === hash.length && timingSafeEqual(hash, Buffer.from(known)));
}
