import type { Clock } from "../../kernel/clock.ts";
import type { Sealer } from "../../kernel/sealing.ts";
import type { HttpClient } from "../http.ts";
import type { ChannelCalls } from "./ports.ts";

/** Channel calls whose tokens are opened by a sealer. */
export function channelCalls(deps: { http: HttpClient; sealer: Sealer; clock: Clock }): ChannelCalls {
  return {
    open: async (channel) => {
      const accessToken = deps.sealer.open(channel.sealedToken, channel.id);
      if (accessToken === null) return null;
      const { sealedPersonToken } = channel;
      const personToken = sealedPersonToken && deps.sealer.open(sealedPersonToken, channel.id);
      return {
        ...(personToken && { personToken }),
        http: deps.http,
        endpoints: channel.endpoints,
        channelRemoteId: channel.remoteId,
        accessToken,
        nowMs: deps.clock.nowMs(),
      };
    },
  };
}
