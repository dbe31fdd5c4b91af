import type { ChannelCall } from "../../../connector.ts";
import type { HttpRequest } from "../../../http.ts";

/** A call whose every request gets this answer; the requests are kept. */
export function answering(body: string, status = 200, nowMs = Date.parse("2026-11-26T10:00:00Z")) {
  const sent: HttpRequest[] = [];
  const call: ChannelCall = {
    http: {
      send: async (request) => {
        sent.push(request);
        return { kind: "answer", status, headers: {}, body };
      },
    },
    channelRemoteId: "accounts/1/locations/2",
    accessToken: "token",
    nowMs,
  };
  return { call, sent };
}
