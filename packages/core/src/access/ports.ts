import type { Member, Owners, Session, SignInLink, Workspace } from "./model.ts";

export interface Workspaces {
  get(workspaceId: string): Promise<Workspace | null>;
  /** Every workspace of this installation, for the scheduled work. */
  listAll(): Promise<readonly Workspace[]>;
  /** False when the id is taken. */
  create(workspace: Workspace): Promise<boolean>;
}

export interface Members {
  get(workspaceId: string, memberId: string): Promise<Member | null>;
  list(workspaceId: string): Promise<readonly Member[]>;
  /** The memberships of an e-mail address in all workspaces. */
  findByEmail(email: string): Promise<readonly Member[]>;
  /** False when the address is a member of the workspace already. */
  create(member: Member): Promise<boolean>;
  update(
    workspaceId: string,
    memberId: string,
    change: Partial<Pick<Member, "name" | "language" | "role" | "acknowledges">>,
  ): Promise<Member | null>;
  remove(workspaceId: string, memberId: string): Promise<void>;
}

export interface OwnersStore {
  get(workspaceId: string): Promise<Owners>;
  /** Stores the owners on top of `version`; false when they have been changed meanwhile. */
  save(workspaceId: string, memberIds: readonly string[], version: number): Promise<boolean>;
}

export interface Sessions {
  create(session: Session): Promise<void>;
  /** A session that exists and has not expired at `nowMs`. */
  find(workspaceId: string, secretHash: string, nowMs: number): Promise<Session | null>;
  remove(workspaceId: string, secretHash: string): Promise<void>;
}

export interface SignInLinks {
  create(link: SignInLink): Promise<void>;
  /** Takes a link away and returns it; `null` when it was used, expired or never existed. Only one caller gets it. */
  take(workspaceId: string, secretHash: string, nowMs: number): Promise<SignInLink | null>;
  /** Counts a mail to this member; false when the last one went less than `withinMs` ago. */
  mayMail(workspaceId: string, memberId: string, nowMs: number, withinMs: number): Promise<boolean>;
}
