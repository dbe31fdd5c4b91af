import { err, ok } from "../../../kernel/result.ts";
import type { AuthorsCapability } from "../../authors.ts";
import { callGraph } from "./graph.ts";
import { handleOf } from "./handle.ts";
import { businessDiscoverySchema } from "./wire.ts";

/**
 * The followers of a professional account by its user name, which comments and mentions give. Of a personal account
 * Instagram says no more than of one that is not there. Source: "IG User Business Discovery".
 */
export const authors: AuthorsCapability = {
  async followersOf(call, { name }) {
    const handle = handleOf(name ?? "");
    if (handle === null) return ok({ followers: null, usage: 0 });
    let usage = 0;
    const caller = {
      ...call,
      onUsage: (share: number) => {
        usage = Math.max(usage, share);
      },
    };
    const fields = `business_discovery.username(${handle}){id,username,followers_count}`;
    const request = { method: "GET", path: call.channelRemoteId, query: { fields } } as const;
    const found = await callGraph(caller, request, businessDiscoverySchema);
    if (found.ok) return ok({ followers: found.value.business_discovery?.followers_count ?? null, usage });
    return found.error.cause.class === "not-found" ? ok({ followers: null, usage }) : err(found.error.cause);
  },
};
