import { err, ok } from "../../../kernel/result.ts";
import type { AuthCapability, ConnectableChannel } from "../../connector.ts";
import { consentUrl, listAccounts, longUserToken } from "../../meta/login.ts";
import { successSchema } from "../../meta/wire.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { type LinkedPage, linkedPageSchema } from "./wire.ts";

/** The webhook fields that Dopys listens to; `messages` brings the account's own as echoes. */
const subscribedFields = ["comments", "mentions", "messages", "messaging_postbacks"];

/**
 * Connecting professional accounts by Facebook Login: an account acts with the token of the page that it is linked to,
 * which does not expire by itself, so there is nothing to refresh. Source: "Instagram API with Facebook Login".
 */
export const auth: AuthCapability = {
  consentUrl: (app, request) => consentUrl(app, manifest.scopes, request),

  async exchange(call, answer) {
    const token = await longUserToken(callGraph, call, answer);
    if (!token.ok) return token;
    const fields = "id,access_token,instagram_business_account{id,username}";
    const pages = await listAccounts(callGraph, call, token.value.token, fields, linkedPageSchema);
    return pages.ok ? ok(pages.value.flatMap(toChannel)) : pages;
  },

  /** Source: "Instagram Platform: Webhooks, enable subscriptions". */
  async subscribe(call) {
    const path = `${call.channelRemoteId}/subscribed_apps`;
    const form = { subscribed_fields: subscribedFields.join(",") };
    const answer = await callGraph(call, { method: "POST", path, form }, successSchema);
    return answer.ok ? ok(undefined) : err(answer.error.cause);
  },
};

/** A page without a token, or without an Instagram account, offers none. */
function toChannel({ access_token, instagram_business_account: account }: LinkedPage): ConnectableChannel[] {
  if (!access_token || !account) return [];
  const url = `https://www.instagram.com/${account.username}/`;
  return [{ remoteId: account.id, name: `@${account.username}`, url, accessToken: access_token }];
}
