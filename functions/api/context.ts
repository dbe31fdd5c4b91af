import type { Member, Workspace } from "#core/access/index.ts";
import type { MemberActor } from "#core/kernel/actor.ts";
import type { Language } from "#core/kernel/language.ts";

/** What the middleware leaves for the routes. */
export interface ApiVariables {
  /** The language to answer in: the member's, or what the browser prefers. */
  language: Language;
  /** Set on every route behind `signedIn`. */
  actor: MemberActor;
  member: Member;
  workspace: Workspace;
}

export type ApiEnv = { Variables: ApiVariables };
