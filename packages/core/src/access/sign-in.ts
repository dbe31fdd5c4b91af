import type { MemberActor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, unauthenticated } from "../kernel/failure.ts";
import type { Mailer } from "../kernel/mail.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret, newSecret } from "../kernel/secret.ts";
import { type Member, sessionLifetimeMs, signInLinkLifetimeMs, type Workspace } from "./model.ts";
import type { Members, Sessions, SignInLinks, Workspaces } from "./ports.ts";
import { signInMail } from "./sign-in-mail.ts";

export interface SignInDeps {
  readonly workspaces: Workspaces;
  readonly members: Members;
  readonly sessions: Sessions;
  readonly links: SignInLinks;
  readonly mailer: Mailer;
  /** Whether mail to an address comes back for good: nothing reaches it until somebody lets it be tried again. */
  readonly comesBack: (workspaceId: string, email: string) => Promise<boolean>;
  readonly clock: Clock;
  /** The product's own origin, such as `https://social.example.com`. */
  readonly publicUrl: string;
  /** Waits `ms`. */
  readonly pause: (ms: number) => Promise<void>;
  /** Told of what went wrong where the caller must not, or need not, learn of it. */
  readonly onTrouble: (error: unknown) => void;
}

/** How long asking for a link takes at least, whoever asks: longer than finding a member and mailing them does. */
const askedForMs = 1_500;

/** At most one sign-in mail per member in this time: half a minute. */
const mailIntervalMs = 30_000;

/** No link was made: mail to the member's address comes back for good. */
export class AddressComesBack extends Error {
  override readonly name = "AddressComesBack";
}

/**
 * Mails a sign-in link for every workspace in which the address is a member. The caller learns nothing about who is a
 * member: outcome and duration are the same for an unknown address, also when the mail service refuses a known one. Who
 * called a report spam gets the link they ask for; an address that does not exist gets none, and the owners see it.
 */
export async function requestSignIn(deps: SignInDeps, input: { email: string }): Promise<void> {
  const answered = deps.pause(askedForMs);
  const members = await deps.members.findByEmail(input.email);
  const mails = await Promise.allSettled(members.map((member) => mailLink(deps, member)));
  for (const mail of mails) if (mail.status === "rejected") deps.onTrouble(mail.reason);
  await answered;
}

async function mailLink(deps: SignInDeps, member: Member): Promise<void> {
  const now = deps.clock.nowMs();
  const workspace = await deps.workspaces.get(member.workspaceId);
  if (!workspace || !(await deps.links.mayMail(member.workspaceId, member.id, now, mailIntervalMs))) return;
  if (await deps.comesBack(member.workspaceId, member.email)) {
    throw new AddressComesBack(`A sign-in link for ${member.id} was not mailed: mail to this address comes back`);
  }
  const link = await makeSignInLink(deps, member, signInLinkLifetimeMs);
  await deps.mailer.send(signInMail("signIn", member, workspace, link));
}

/** Makes a link that signs the member in, once, within `lifetimeMs`. */
export async function makeSignInLink(
  deps: Pick<SignInDeps, "links" | "clock" | "publicUrl">,
  member: Pick<Member, "workspaceId" | "id" | "createdAt">,
  lifetimeMs: number,
): Promise<string> {
  const secret = newSecret();
  await deps.links.create({
    workspaceId: member.workspaceId,
    memberId: member.id,
    memberSince: member.createdAt,
    secretHash: hashOfSecret(secret),
    expiresAt: deps.clock.nowMs() + lifetimeMs,
  });
  return `${deps.publicUrl}/sign-in?token=${member.workspaceId}.${secret}`;
}

/** Exchanges the token of a sign-in link for a session token; a token works once. */
export async function consumeSignInLink(
  deps: Pick<SignInDeps, "links" | "sessions" | "members" | "clock">,
  input: { token: string },
): Promise<Result<{ member: Member; sessionToken: string; expiresAt: number }, Failure>> {
  const refused = err(unauthenticated("sign-in-link-invalid"));
  const parts = splitToken(input.token);
  if (!parts) return refused;
  const link = await deps.links.take(parts.workspaceId, hashOfSecret(parts.secret), deps.clock.nowMs());
  const member = link && (await deps.members.get(link.workspaceId, link.memberId));
  if (!member || member.createdAt !== link.memberSince) return refused;
  const secret = newSecret();
  const expiresAt = deps.clock.nowMs() + sessionLifetimeMs;
  await deps.sessions.create({
    workspaceId: member.workspaceId,
    memberId: member.id,
    memberSince: member.createdAt,
    secretHash: hashOfSecret(secret),
    expiresAt,
  });
  return ok({ member, sessionToken: `${member.workspaceId}.${secret}`, expiresAt });
}

/** Who a session token belongs to, with their present role; `null` when it is none or has ended. */
export async function whoIs(
  deps: Pick<SignInDeps, "sessions" | "members" | "workspaces" | "clock">,
  sessionToken: string,
): Promise<{ actor: MemberActor; member: Member; workspace: Workspace } | null> {
  const parts = splitToken(sessionToken);
  if (!parts) return null;
  const session = await deps.sessions.find(parts.workspaceId, hashOfSecret(parts.secret), deps.clock.nowMs());
  if (!session) return null;
  const [member, workspace] = await Promise.all([
    deps.members.get(session.workspaceId, session.memberId),
    deps.workspaces.get(session.workspaceId),
  ]);
  if (!member || !workspace || member.createdAt !== session.memberSince) return null;
  const { workspaceId, id: memberId, role, language, acknowledges } = member;
  return { actor: { type: "member", workspaceId, memberId, role, language, acknowledges }, member, workspace };
}

/** Ends a session. */
export async function signOut(deps: Pick<SignInDeps, "sessions">, sessionToken: string): Promise<void> {
  const parts = splitToken(sessionToken);
  if (parts) await deps.sessions.remove(parts.workspaceId, hashOfSecret(parts.secret));
}

function splitToken(token: string): { workspaceId: string; secret: string } | null {
  const match = /^(ws_[0-9A-Za-z]{26})\.([\w-]{43})$/.exec(token);
  return match?.[1] && match[2] ? { workspaceId: match[1], secret: match[2] } : null;
}
