import { expect, it } from "vitest";
import type { HttpAnswer } from "../../http.ts";
import { authors } from "./authors.ts";

/** Asks for an author while Instagram answers this. */
async function ask(name: string | undefined, status: number, body: object) {
  const asked: (string | null)[] = [];
  const send = async ({ url }: { url: string }): Promise<HttpAnswer> => {
    asked.push(new URL(url).searchParams.get("fields"));
    const headers = { "x-app-usage": JSON.stringify({ call_count: 60, total_time: 1, total_cputime: 1 }) };
    return { kind: "answer", status, headers, body: JSON.stringify(body) };
  };
  const call = { http: { send }, channelRemoteId: "17841400000000001", accessToken: "t0ken", nowMs: 0 };
  return { told: await authors.followersOf(call, { remoteId: "9", ...(name && { name }) }), asked };
}

it("tells the followers of a professional account by one call, and how much of the calls is used", async () => {
  const found = { business_discovery: { id: "9", username: "zerno.kyiv", followers_count: 5100 }, id: "1" };
  const { told, asked } = await ask("zerno.kyiv", 200, found);
  expect(told).toEqual({ ok: true, value: { followers: 5100, usage: 0.6 } });
  expect(asked).toEqual(["business_discovery.username(zerno.kyiv){id,username,followers_count}"]);
});

it("knows nothing of personal accounts, and does not ask by what is no name", async () => {
  const hidden = { error: { message: "Invalid user id", code: 110, error_subcode: 2207013 } };
  expect((await ask("olena_k", 400, hidden)).told).toMatchObject({ ok: true, value: { followers: null } });
  expect(await ask(undefined, 200, {})).toEqual({
    told: { ok: true, value: { followers: null, usage: 0 } },
    asked: [],
  });
  expect((await ask("a){x}", 200, {})).asked).toEqual([]);
});

it("says when Instagram has had enough of us", async () => {
  const enough = { error: { message: "Application request limit reached", code: 4 } };
  expect((await ask("zerno.kyiv", 400, enough)).told).toMatchObject({ ok: false, error: { class: "rate-limited" } });
});
