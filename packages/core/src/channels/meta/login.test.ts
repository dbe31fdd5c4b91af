import { expect, it } from "vitest";
import { ok, unwrap } from "../../kernel/result.ts";
import type { CallGraph } from "./graph.ts";
import { longUserToken } from "./login.ts";

const sixtyDays = 60 * 86_400;
const call = {
  http: { send: () => Promise.reject(new Error("no network in this test")) },
  app: { appId: "1", appSecrets: ["s"] as [string], verifyToken: "v" },
  nowMs: 1_000,
};
/** Answers a code with a short token, and that with a long one of `life` seconds. */
const graph = (life: number | undefined): CallGraph =>
  (async (_: unknown, { form }: { form?: Record<string, string> }) =>
    ok(
      form?.grant_type === "fb_exchange_token"
        ? { access_token: `long of ${form.fb_exchange_token}`, ...(life && { expires_in: life }) }
        : { access_token: `short of ${form?.code}`, expires_in: 3600 },
    )) as CallGraph;

it.each([
  [sixtyDays, 1_000 + sixtyDays * 1000],
  [undefined, undefined],
])("knows when a person's token of %s seconds ends: %s", async (life, expiresAt) => {
  const token = unwrap(await longUserToken(graph(life), call, { code: "c", redirectUri: "https://x.example" }));
  expect(token).toEqual({ token: "long of short of c", ...(expiresAt && { expiresAt }) });
});
