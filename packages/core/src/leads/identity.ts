import { derivedId } from "../kernel/derived-id.ts";

/** The id of the lead that a filled-in form begins, the same however often it is announced. */
export const formLeadIdOf = (channelId: string, remoteId: string): string => derivedId("lead", channelId, remoteId);

/** The id of the lead that a thread begins. */
export const threadLeadIdOf = (threadId: string): string => derivedId("lead", "thread", threadId);

/** By what a person is recognised: an e-mail address or a telephone number, normalised. */
export interface LeadIdentity {
  readonly kind: "email" | "phone";
  readonly value: string;
}

/** An e-mail address in lower case without spaces; `null` for what is none. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254 ? email : null;
}

/**
 * A telephone number as `+` and digits; `null` for what is none (fewer than 7 or more than 15 digits, ITU-T E.164).
 * A number without country code is read as Ukrainian where it has that shape (0XX XXX XX XX) and stays digits otherwise.
 */
export function normalisePhone(text: string): string | null {
  const trimmed = text.trim();
  const digits = trimmed.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return null;
  if (trimmed.startsWith("+")) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
  if (/^380\d{9}$/.test(digits)) return `+${digits}`;
  return digits;
}

/** The identities of a person with these addresses and numbers. */
export const identitiesOf = (emails: readonly string[], phones: readonly string[]): LeadIdentity[] => [
  ...emails.map((value) => ({ kind: "email" as const, value })),
  ...phones.map((value) => ({ kind: "phone" as const, value })),
];
