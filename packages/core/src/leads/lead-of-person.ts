import { profileOf } from "./identity.ts";
import type { Lead } from "./model.ts";
import type { Leads } from "./ports.ts";
import { leadFor } from "./unite-leads.ts";

/** The lead that a person of a platform is; `null` when they are none, or their data was erased. Two reads. */
export async function leadOfPerson(
  leads: Pick<Leads, "get" | "ownerOf">,
  workspaceId: string,
  { platform, remoteId }: { readonly platform: string; readonly remoteId: string },
): Promise<Lead | null> {
  const owner = await leads.ownerOf(workspaceId, { kind: "profile", value: profileOf(platform, remoteId) });
  const lead = owner && (await leadFor(leads, workspaceId, owner));
  return lead && lead.erasedAt === undefined ? lead : null;
}
