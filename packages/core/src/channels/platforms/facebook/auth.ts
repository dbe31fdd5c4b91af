import { err, ok } from "../../../kernel/result.ts";
import type { AuthCapability, ConnectableChannel } from "../../connector.ts";
import { consentUrl, listAccounts, longUserToken } from "../../meta/login.ts";
import { successSchema } from "../../meta/wire.ts";
import { callGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { type PageAccount, pageAccountSchema } from "./wire.ts";

/** The webhook fields that Dopys listens to. Setting them replaces whatever was subscribed before. */
export const subscribedFields = [
  "feed",
  "mention",
  "messages",
  "message_echoes",
  "message_edits",
  "messaging_postbacks",
  "ratings",
  "leadgen",
] as const;

/** Connecting Facebook pages: a person's consent gives a token for each of their pages. */
export const auth: AuthCapability = {
  consentUrl: (app, request) => consentUrl(app, manifest.scopes, request),

  async exchange(call, answer) {
    const token = await longUserToken(callGraph, call, answer);
    if (!token.ok) return token;
    const fields = "id,name,link,access_token";
    const pages = await listAccounts(callGraph, call, token.value.token, fields, pageAccountSchema);
    return pages.ok ? ok(pages.value.flatMap((page) => toChannel(page, token.value))) : pages;
  },

  async subscribe(call) {
    const answer = await callGraph(
      call,
      {
        method: "POST",
        path: `${call.channelRemoteId}/subscribed_apps`,
        form: { subscribed_fields: subscribedFields.join(",") },
      },
      successSchema,
    );
    return answer.ok ? ok(undefined) : err(answer.error.cause);
  },
};

/** A page without a token is one on which the person may not act. */
function toChannel(page: PageAccount, person: { token: string; expiresAt?: number | undefined }): ConnectableChannel[] {
  if (!page.access_token) return [];
  const url = page.link ?? `https://www.facebook.com/${page.id}`;
  const { token: personToken, expiresAt: personTokenExpiresAt } = person;
  return [
    { remoteId: page.id, name: page.name, url, accessToken: page.access_token, personToken, personTokenExpiresAt },
  ];
}
