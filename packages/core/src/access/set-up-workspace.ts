import { timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { type Failure, unauthenticated } from "../kernel/failure.ts";
import { newId } from "../kernel/ids.ts";
import { currencySchema } from "../kernel/money.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret } from "../kernel/secret.ts";
import { type Member, memberSchema, signInLinkLifetimeMs, type Workspace, workspaceSchema } from "./model.ts";
import type { Members, Workspaces } from "./ports.ts";
import { makeSignInLink, type SignInDeps } from "./sign-in.ts";

export const setUpWorkspaceSchema = v.object({
  workspace: v.object({
    ...v.pick(workspaceSchema, ["name", "timeZone", "language"]).entries,
    currency: currencySchema,
  }),
  owner: v.pick(memberSchema, ["email", "name", "language"]),
});

export interface SetUpDeps extends Pick<SignInDeps, "links" | "clock" | "publicUrl"> {
  readonly workspaces: Workspaces;
  readonly members: Members;
  /** The operator's word, from the parameter store. */
  readonly setupToken: string;
}

/** Whether a word is the operator's; compared in constant time, by hashes of equal length. */
const isOperator = (deps: SetUpDeps, token: string): boolean =>
  timingSafeEqual(Buffer.from(hashOfSecret(token)), Buffer.from(hashOfSecret(deps.setupToken)));

/** Creates a workspace with its first owner, for the operator. Gives a link that signs the owner in, once. */
export async function setUpWorkspace(
  deps: SetUpDeps,
  token: string,
  input: v.InferOutput<typeof setUpWorkspaceSchema>,
): Promise<Result<{ workspace: Workspace; owner: Member; signInLink: string }, Failure>> {
  if (!isOperator(deps, token)) return err(unauthenticated("unauthenticated"));
  const createdAt = deps.clock.nowMs();
  const workspace: Workspace = { id: newId("ws", createdAt), ...input.workspace, createdAt };
  const owner: Member = {
    id: memberIdFor(workspace.id, input.owner.email),
    workspaceId: workspace.id,
    ...input.owner,
    role: "owner",
    createdAt,
  };
  // The workspace last: one without an owner would be worked for, every minute, and nobody could enter it.
  await deps.members.create(owner);
  await deps.workspaces.create(workspace);
  return ok({ workspace, owner, signInLink: await makeSignInLink(deps, owner, signInLinkLifetimeMs) });
}

/** Gives the operator fresh sign-in links of an address, for when its mail cannot be read. */
export async function operatorSignInLinks(
  deps: SetUpDeps,
  token: string,
  input: { email: string },
): Promise<Result<readonly string[], Failure>> {
  if (!isOperator(deps, token)) return err(unauthenticated("unauthenticated"));
  const members = await deps.members.findByEmail(input.email);
  return ok(await Promise.all(members.map((member) => makeSignInLink(deps, member, signInLinkLifetimeMs))));
}

/** The id of an address in a workspace; the same address is the same member. */
export const memberIdFor = (workspaceId: string, email: string): string => derivedId("mem", workspaceId, email);
