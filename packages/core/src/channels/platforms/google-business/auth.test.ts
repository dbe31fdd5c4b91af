import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../http.ts";
import { auth } from "./auth.ts";
import { answering } from "./test-support/answering.ts";

describe("connecting", () => {
  const granted = { access_token: "a", expires_in: 3599, refresh_token: "r" };
  const call = (answers: Record<string, unknown>) => ({
    http: {
      send: async ({ url }: HttpRequest) => {
        const found = Object.entries(answers).find(([part]) => url.includes(part));
        return { kind: "answer" as const, status: 200, headers: {}, body: JSON.stringify(found?.[1] ?? {}) };
      },
    },
    app: { appId: "1", appSecrets: ["s"] as [string], verifyToken: "v" },
    nowMs: 0,
  });
  const answer = { code: "c", redirectUri: "https://dopys.test/cb" };

  it("offers each location once, of all pages, though it stands in two accounts", async () => {
    const exchanged = await auth.exchange(
      call({
        "/token": granted,
        "pageToken=2": { accounts: [{ name: "accounts/group" }] },
        "/v1/accounts?": { accounts: [] },
        "/v1/accounts/me/locations": { locations: [{ name: "locations/2", title: "Листок" }] },
        "/v1/accounts/group/locations": {
          locations: [
            { name: "locations/2", title: "Листок" },
            { name: "locations/3", title: "Листок на Подолі", metadata: { mapsUri: "https://maps.google.com/?cid=3" } },
          ],
        },
        "/v1/accounts": { accounts: [{ name: "accounts/me" }], nextPageToken: "2" },
      }),
      answer,
    );
    if (!exchanged.ok) throw new Error(JSON.stringify(exchanged.error));
    expect(exchanged.value).toMatchObject([
      { remoteId: "accounts/me/locations/2", expiresAt: 3_599_000, refreshToken: "r" },
      { remoteId: "accounts/group/locations/3", url: "https://maps.google.com/?cid=3" },
    ]);
  });

  it("says that the person did not agree to managing the profile", async () => {
    const exchanged = await auth.exchange(call({ "/token": { ...granted, scope: "openid email" } }), answer);
    expect(exchanged).toMatchObject({ ok: false, error: { class: "permission", code: "scope-not-granted" } });
  });

  it("takes a refresh's answer without a refresh token, and an empty one, as none", async () => {
    for (const refresh_token of [undefined, ""]) {
      const renewed = await auth.refresh?.(call({ "/token": { ...granted, refresh_token } }), "r");
      expect(renewed).toEqual({ ok: true, value: { accessToken: "a", expiresAt: 3_599_000 } });
    }
  });

  it("asks for no pushes where the operator has no topic", async () => {
    const { call: channelCall, sent } = answering("{}");
    const { app } = call({});
    expect(await auth.subscribe?.(channelCall, app)).toMatchObject({ ok: true });
    expect(sent).toEqual([]);
    const push = { topic: "projects/p/topics/t", serviceAccount: "s", audience: "a" };
    await auth.subscribe?.(channelCall, { ...app, push });
    expect(sent).toMatchObject([
      {
        method: "PATCH",
        url: "https://mybusinessnotifications.googleapis.com/v1/accounts/1/notificationSetting?updateMask=pubsubTopic%2CnotificationTypes",
        body: { json: { pubsubTopic: "projects/p/topics/t", notificationTypes: ["NEW_REVIEW", "UPDATED_REVIEW"] } },
      },
    ]);
  });
});
