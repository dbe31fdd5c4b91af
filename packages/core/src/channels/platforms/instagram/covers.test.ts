import { expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import type { ChannelCall } from "../../connector.ts";
import type { Poll } from "../../reviews.ts";
import { inbox } from "./inbox.ts";

/* Of which places a list tells everything: what is missing there, and only there, was taken away. */

const day = Date.parse("2026-11-20T00:00:00Z");
const time = (minute: number) => new Date(day + minute * 60_000).toISOString();
const comment = (minute: number, replies?: number): { readonly id: string } & object => ({
  ...{ id: `c${minute}`, text: "Смачно", timestamp: time(minute) },
  ...(replies && { replies: { data: Array.from({ length: replies }, (_, index) => comment(1000 + index)) } }),
});
const direct = (minute: number) => ({ id: `m${minute}`, message: "Вітаю", created_time: time(minute) });
/** So many, the newest first, one a minute. */
const newestFirst = <T>(count: number, make: (minute: number) => T) =>
  Array.from({ length: count }, (_, index) => make(100 + count - index));

async function coversOf(poll: Poll | undefined, data: readonly object[]) {
  const call: ChannelCall = {
    http: { send: async () => ({ kind: "answer", status: 200, headers: {}, body: JSON.stringify({ data }) }) },
    ...{ channelRemoteId: "17841400000000001", accessToken: "token", nowMs: day },
  };
  const page = await poll?.(call);
  return page && unwrap(page).covers;
}
const media = (data?: readonly object[], next?: string) =>
  coversOf(inbox.comments, [{ id: "p1", timestamp: time(0), ...(data && { comments: { data, paging: { next } } }) }]);
const post = { kind: "post", remoteId: "p1", since: day };

it("is a publication with all that is below it, where nothing was cut", async () => {
  expect(await media()).toEqual([post]);
  expect(await media(newestFirst(49, (minute) => comment(minute, minute === 110 ? 24 : 0)))).toEqual([post]);
});

it("is what follows the oldest comment listed, and the answers to those listed, where comments were cut", async () => {
  const cut = { kind: "top-level", remoteId: "p1", since: day + 101 * 60_000 + 1 };
  const fifty = newestFirst(50, (minute) => comment(minute));
  const answers = fifty.map(({ id }) => ({ kind: "conversation", remoteId: id, since: 0 }));
  expect(await media(fifty)).toEqual([cut, ...answers]);
  // A page may hold fewer than were asked for and not be the last.
  expect(
    await media(
      newestFirst(1, (minute) => comment(minute)),
      "https://graph.example/next",
    ),
  ).toEqual([cut, { kind: "conversation", remoteId: "c101", since: 0 }]);
});

it("is not the conversation of which answers were cut", async () => {
  const [full, short] = [comment(2, 25), comment(1, 1)];
  expect(await media([full, short])).toEqual([
    { kind: "top-level", remoteId: "p1", since: day },
    { kind: "conversation", remoteId: short.id, since: 0 },
  ]);
});

it.each([
  { listed: 19, since: 0 },
  { listed: 20, since: day + 101 * 60_000 + 1 },
])("is a conversation of $listed messages", async ({ listed, since }) => {
  const participants = { data: [{ id: "17841400000000001" }, { id: "p9" }] };
  const conversation = {
    id: "t1",
    updated_time: time(500),
    participants,
    messages: { data: newestFirst(listed, direct) },
  };
  expect(await coversOf(inbox.conversations, [conversation])).toEqual([
    { kind: "conversation", remoteId: "p9", since },
  ]);
});
