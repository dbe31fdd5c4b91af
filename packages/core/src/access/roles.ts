import type { Actor, Role } from "../kernel/actor.ts";
import { type Failure, forbidden } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";

/** What each permission covers is its name; who has it is this table. */
const permissions = {
  read: ["owner", "manager", "author", "viewer"],
  write: ["owner", "manager", "author"],
  approve: ["owner", "manager"],
  schedule: ["owner", "manager"],
  respond: ["owner", "manager"],
  "manage-campaigns": ["owner", "manager"],
  "manage-links": ["owner", "manager"],
  "manage-channels": ["owner", "manager"],
  "manage-goals": ["owner", "manager"],
  "manage-leads": ["owner", "manager"],
  "manage-reports": ["owner", "manager"],
  acknowledge: ["owner", "manager"],
  "decide-alerts": ["owner", "manager"],
  "manage-cases": ["owner", "manager"],
  "manage-tasks": ["owner", "manager", "author"],
  "manage-review-requests": ["owner", "manager"],
  "manage-alerts": ["owner", "manager"],
  "manage-members": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/**
 * Whether the actor has a permission; our own functions have all, people from outside none. Beside their role, a member may
 * have been given the right to acknowledge alerts: management that looks on.
 */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.type !== "member") return actor.type === "system";
  if (permission === "acknowledge" && actor.acknowledges) return true;
  const holders: readonly Role[] = permissions[permission];
  return holders.includes(actor.role);
}

/** Refuses the actor without the permission. */
export const authorize = (actor: Actor, permission: Permission): Result<void, Failure> =>
  may(actor, permission) ? ok(undefined) : err(forbidden("forbidden"));
