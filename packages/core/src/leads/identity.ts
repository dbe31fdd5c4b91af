import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { derivedId } from "../kernel/derived-id.ts";

/** The id of the lead that a filled-in form begins, the same however often it is announced. */
export const formLeadIdOf = (channelId: string, remoteId: string): string => derivedId("lead", channelId, remoteId);

/** The id of the lead that a thread begins. */
export const threadLeadIdOf = (threadId: string): string => derivedId("lead", "thread", threadId);

/** A person of a platform, as leads are recognised by it. */
export const profileOf = (platform: string, remoteId: string): string => `${platform}:${remoteId}`;

/** The platform and the person of a profile; a person's id may have colons in it. */
export function personOf(profile: string): { readonly platform: string; readonly remoteId: string } {
  const [platform = "", ...rest] = profile.split(":");
  return { platform, remoteId: rest.join(":") };
}

/** By what a person is recognised: an e-mail address, a telephone number or a profile, normalised. */
export interface LeadIdentity {
  readonly kind: "email" | "phone" | "profile";
  readonly value: string;
}

/** A country by its two letters (ISO 3166), in which telephone numbers without country code are read. */
export type Country = CountryCode;

/** The country of these letters, if numbers are known of it. */
export const countryOf = (letters: string): Country | undefined =>
  isSupportedCountry(letters) ? (letters as Country) : undefined;

/**
 * The country whose currency it is: the first two letters of a currency's code are its country's (ISO 4217), except for
 * those that many share, such as the euro.
 */
export const countryOfCurrency = (currency: string): Country | undefined => countryOf(currency.slice(0, 2));

const emailForm =
  /^[^\s@<>"(),:;\\[\]]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * An e-mail address in lower case without spaces, nor what comes along when one is copied: signs of no width, `mailto:`, the
 * comma after it; `null` for what is none. Dots and `+tags` are part of it.
 */
export function normaliseEmail(text: string): string | null {
  const copied = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();
  const email = copied.replace(/^mailto:/, "").replace(/[,;.]+$/, "");
  return email.length <= 254 && emailForm.test(email) ? email : null;
}

/** An extension, as it is added to a number; whoever has it is reached by the number. */
const extension = /[\s,;(]*(?:ext|extn|x|доб|дод|вн)\.?\s*:?\s*\d{1,6}\)?$/iu;
/** A number that a spreadsheet took for a figure. */
const asFigure = /^(\+?\d{7,15})\.0+$/;

/**
 * A telephone number in E.164 (`+` and digits) where it is one of a country, its own or the one given; otherwise its
 * digits. In Ukraine many still write the 8 that was dialled before the code of a town or an operator. `null` for what is
 * no number: fewer than 7 or more than 15 digits, or words.
 */
export function normalisePhone(text: string, country?: Country): string | null {
  const trimmed = text.slice(0, 60).trim().replace(asFigure, "$1").replace(extension, "");
  const digits = trimmed.replace(/\D/g, "");
  if (trimmed.length > 40 || digits.length < 7 || digits.length > 15 || /\p{L}{4}/u.test(trimmed)) return null;
  const national = country === "UA" && /^80\d{9}$/.test(digits) ? digits.slice(1) : trimmed;
  const number = parsePhoneNumberFromString(national, country) ?? parsePhoneNumberFromString(`+${digits}`);
  if (number?.isValid()) return number.number;
  return trimmed.startsWith("+") ? `+${digits}` : digits;
}

/** The identities of a person with these addresses, numbers and profiles. */
export const identitiesOf = (
  person: Readonly<Record<"emails" | "phones" | "profiles", readonly string[]>>,
): LeadIdentity[] => [
  ...person.emails.map((value) => ({ kind: "email" as const, value })),
  ...person.phones.map((value) => ({ kind: "phone" as const, value })),
  ...person.profiles.map((value) => ({ kind: "profile" as const, value })),
];
