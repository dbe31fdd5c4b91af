import { ok } from "../../../kernel/result.ts";
import type { AuthCapability, ConnectableChannel } from "../../connector.ts";
import type { GoogleCaller } from "../../google/call.ts";
import { channelTokens, googleOAuth } from "../../google/oauth.ts";
import { allPages } from "../../google/pages.ts";
import { callAnalytics } from "./analytics.ts";
import { manifest } from "./manifest.ts";
import { accountSummariesSchema } from "./wire.ts";

const { consentUrl, redeem, refresh } = googleOAuth(manifest.scopes);

/** Connecting properties by Google OAuth 2.0. Source: "Google Analytics Admin API: accountSummaries.list". */
export const auth: AuthCapability = {
  consentUrl,
  refresh,

  async exchange(call, answer) {
    const token = await redeem(call, answer);
    if (!token.ok) return token;
    const caller: GoogleCaller = { ...call, endpoints: call.app.endpoints, accessToken: token.value.access_token };
    const pages = await allPages((page) => {
      const query = [["pageSize", "200"], ...page] as const;
      return callAnalytics(
        caller,
        { method: "GET", on: "admin", path: "v1beta/accountSummaries", query },
        accountSummariesSchema,
      );
    });
    if (!pages.ok) return pages;
    const channels = new Map<string, ConnectableChannel>();
    for (const account of pages.value.flatMap((page) => page.accountSummaries)) {
      for (const { property, displayName } of account.propertySummaries) {
        channels.set(property, {
          remoteId: property,
          name: displayName || account.displayName || property,
          url: `https://analytics.google.com/analytics/web/#/p${property.slice("properties/".length)}`,
          ...channelTokens(token.value, call.nowMs),
        });
      }
    }
    return ok([...channels.values()]);
  },
};
