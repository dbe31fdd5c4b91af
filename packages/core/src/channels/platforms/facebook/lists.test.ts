import { afterAll, beforeAll, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import { connectDouble } from "../../platform-double.ts";
import type { Poll } from "../../reviews.ts";
import { facebook } from "./index.ts";
import { type FacebookDouble, facebookDouble } from "./test-support/sandbox-double.ts";

let double: FacebookDouble;
let call: ChannelCall;

beforeAll(async () => {
  double = await facebookDouble();
  ({ call } = await connectDouble(facebook, double));
  expect(await facebook.auth.subscribe?.(call, double.app)).toMatchObject({ ok: true });
});
afterAll(() => double.stop());

const act = (name: string, input: object) => double.control("POST", `facebook/pages/${double.pageId}/${name}`, input);
const listed = async (poll: Poll | undefined) => {
  const page = await poll?.({ ...call, nowMs: Date.now() });
  return page ? unwrap(page).entries.flatMap(({ items }) => items) : [];
};
/** What the webhooks have told so far, once so many have come. */
const told = async (count: number) =>
  (await double.deliveries(count)).flatMap(({ rawBody }) => {
    const items = facebook.webhook?.parse(Buffer.from(rawBody).toString());
    return items ? unwrap(items) : [];
  });

it("lists recommendations and leads as their webhooks told them, the newest first", async () => {
  await act("recommendation", { person: "Ірина Бойко", recommends: true, message: "Найкраща кава" });
  await act("recommendation", { person: "Roman Hill", recommends: false, message: "Too slow" });
  await double.fillInForm({ full_name: "Олена Ткач", email: "olena@example.com" });
  const items = await told(3);
  const reviews = items.filter(({ kind }) => kind === "review");
  const leads = items.filter(({ kind }) => kind === "lead");
  expect([reviews.length, leads.length]).toEqual([2, 1]);
  const list = await listed(facebook.inbox?.ratings);
  expect(list).toHaveLength(2);
  expect(list).toEqual(expect.arrayContaining(reviews));
  expect(list[0]).toMatchObject({ recommends: false, text: "Too slow" });
  expect(await listed(facebook.leads?.list)).toEqual(leads);
});

it("says so when the page's recommendations cannot be read", async () => {
  const answer = { status: 400, body: { error: { code: 12, message: "deprecated for versions v22.0 and higher" } } };
  await double.control("POST", "faults", { platform: "facebook", method: "GET", path: "/ratings", answer });
  expect(await facebook.inbox?.ratings?.(call)).toMatchObject({ ok: false, error: { class: "not-found" } });
});
