import { err, ok, type Result } from "../../../kernel/result.ts";
import type { AppCall, AuthCapability, ConnectableChannel } from "../../connector.ts";
import type { ConnectorError } from "../../errors.ts";
import type { GoogleCaller } from "../../google/call.ts";
import { channelTokens, googleOAuth } from "../../google/oauth.ts";
import { allPages } from "../../google/pages.ts";
import type { Token } from "../../google/wire.ts";
import { callGoogle } from "./google.ts";
import { manifest } from "./manifest.ts";
import { accountsSchema, emptySchema, locationsSchema } from "./wire.ts";

/** Where people find a location that has no address on the map yet. */
const anywhere = "https://business.google.com/locations";

const { consentUrl, redeem, refresh } = googleOAuth(manifest.scopes);

/**
 * Connecting locations by Google OAuth 2.0. A channel is a location within its account, because posts and reviews are
 * found under both. Source: "Business Profile APIs: List locations".
 */
export const auth: AuthCapability = {
  consentUrl,
  refresh,

  async exchange(call, answer) {
    const token = await redeem(call, answer);
    return token.ok ? listChannels(call, token.value) : token;
  },

  /** One setting for the whole account; without a topic of the operator there is none, and reviews are polled alone. */
  async subscribe(call, { push }) {
    if (!push) return ok(undefined);
    const name = `${accountOf(call.channelRemoteId)}/notificationSetting`;
    const answer = await callGoogle(
      call,
      {
        method: "PATCH",
        on: "notifications",
        path: `v1/${name}`,
        query: [["updateMask", "pubsubTopic,notificationTypes"]],
        json: { name, pubsubTopic: push.topic, notificationTypes: ["NEW_REVIEW", "UPDATED_REVIEW"] },
      },
      emptySchema,
    );
    return answer.ok ? ok(undefined) : err(answer.error.cause);
  },
};

/** Every location that the person manages, once: one that stands in several accounts is taken from the first. */
async function listChannels(
  call: AppCall,
  token: Token,
): Promise<Result<readonly ConnectableChannel[], ConnectorError>> {
  const caller: GoogleCaller = { ...call, endpoints: call.app.endpoints, accessToken: token.access_token };
  const accounts = await allPages((page) =>
    callGoogle(caller, { method: "GET", on: "accounts", path: "v1/accounts", query: page }, accountsSchema),
  );
  if (!accounts.ok) return accounts;
  const channels = new Map<string, ConnectableChannel>();
  for (const account of accounts.value.flatMap((page) => page.accounts)) {
    const locations = await allPages((page) => {
      const query = [["readMask", "name,title,metadata"], ["pageSize", "100"], ...page] as const;
      const path = `v1/${account.name}/locations`;
      return callGoogle(caller, { method: "GET", on: "information", path, query }, locationsSchema);
    });
    if (!locations.ok) return locations;
    for (const { name, title, metadata } of locations.value.flatMap((page) => page.locations)) {
      if (channels.has(name)) continue;
      channels.set(name, {
        remoteId: `${account.name}/${name}`,
        name: title,
        url: metadata?.mapsUri ?? anywhere,
        ...channelTokens(token, call.nowMs),
      });
    }
  }
  return ok([...channels.values()]);
}

/** `accounts/{account}` of `accounts/{account}/locations/{location}`. */
const accountOf = (remoteId: string): string => remoteId.split("/").slice(0, 2).join("/");
