import { type Suspension, suspensionIdOf } from "./model.ts";
import type { Suspensions } from "./ports.ts";

/** Why nothing may be mailed to an address now; `undefined` when something may. */
export async function suspensionOf(
  deps: { suspensions: Pick<Suspensions, "get"> },
  workspaceId: string,
  email: string,
): Promise<Suspension | undefined> {
  const known = await deps.suspensions.get(workspaceId, suspensionIdOf(workspaceId, email));
  return known && !known.lifted ? known : undefined;
}

/** Whether mail to an address comes back for good, so that not even what its owner asks for is worth sending. */
export const comesBack = async (
  deps: { suspensions: Pick<Suspensions, "get"> },
  workspaceId: string,
  email: string,
): Promise<boolean> => (await suspensionOf(deps, workspaceId, email))?.because === "bounced";
