import type { Language } from "./language.ts";

/** What a member may do; see `access/roles.ts` for the table of permissions. */
export type Role = "owner" | "manager" | "author" | "viewer";

/** A signed-in member acting in one workspace. */
export interface MemberActor {
  readonly type: "member";
  readonly workspaceId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly language: Language;
  /** May acknowledge alerts whatever the role: management that looks on. */
  readonly acknowledges?: boolean | undefined;
}

/** One of our own functions acting for a workspace. */
export interface SystemActor {
  readonly type: "system";
  readonly workspaceId: string;
  /** The function's name, such as `publish`; shown in the history of what it did. */
  readonly name: string;
  readonly language: Language;
}

/** Somebody without an account who answers through a link that a member gave them; has no permission of any kind. */
export interface ExternalActor {
  readonly type: "external";
  readonly workspaceId: string;
  /** As they wrote it themselves. */
  readonly name: string;
  readonly language: Language;
}

/** Who does something, and in which workspace. The workspace of every read and write comes from here. */
export type Actor = MemberActor | SystemActor | ExternalActor;

/** The actor under which one of our functions works in a workspace. */
export const systemActor = (workspaceId: string, name: string): SystemActor => ({
  type: "system",
  workspaceId,
  name,
  language: "en",
});

/** How an actor is written into histories and events: the member's id, `system:publish`, or `external:Olena`. */
export const actorName = (actor: Actor): string =>
  actor.type === "member" ? actor.memberId : `${actor.type}:${actor.name}`;
