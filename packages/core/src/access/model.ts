import * as v from "valibot";
import { languageSchema } from "../kernel/language.ts";
import { lineSchema } from "../kernel/text.ts";
import { epochMsSchema, timeZoneSchema } from "../kernel/time.ts";

/** One company or brand; all data belongs to exactly one. */
export const workspaceSchema = v.object({
  id: v.string(),
  name: lineSchema(100),
  timeZone: timeZoneSchema,
  language: languageSchema,
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "not a currency")),
  createdAt: epochMsSchema,
});
export type Workspace = v.InferOutput<typeof workspaceSchema>;

export const roles = ["owner", "manager", "author", "viewer"] as const;
export const roleSchema = v.picklist(roles);

/** An e-mail address, in lower case. ASCII alone: valibot folds case by Unicode and would take `ſ` for `s`. */
export const emailSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.email(),
  v.regex(/^[!-~]+$/, "not an e-mail address"),
);

/** A person in a workspace. */
export const memberSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  email: emailSchema,
  name: lineSchema(100),
  role: roleSchema,
  language: languageSchema,
  /** May acknowledge alerts whatever the role: management that looks on. */
  acknowledges: v.optional(v.boolean()),
  createdAt: epochMsSchema,
});
export type Member = v.InferOutput<typeof memberSchema>;

/** A browser that is signed in. The browser carries the secret, the table its hash. */
export const sessionSchema = v.object({
  workspaceId: v.string(),
  secretHash: v.string(),
  memberId: v.string(),
  /** When the membership began that it was made for: one that begins anew revives no session of the old. */
  memberSince: epochMsSchema,
  expiresAt: epochMsSchema,
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** A link in an e-mail that signs one member in, once. */
export type SignInLink = Session;

/** The members who own a workspace, kept in one place so that one write decides who may stop being one of them. */
export interface Owners {
  readonly memberIds: readonly string[];
  /** 0 when nothing was stored yet. */
  readonly version: number;
}

/** A workspace has at most so many members. */
export const maxMembers = 200;

/** How long a session lasts: 30 days. */
export const sessionLifetimeMs = 30 * 24 * 3_600_000;
/** How long a sign-in link in an e-mail works: 20 minutes. */
export const signInLinkLifetimeMs = 20 * 60_000;
/** How long an invitation works: 7 days. */
export const invitationLifetimeMs = 7 * 24 * 3_600_000;
