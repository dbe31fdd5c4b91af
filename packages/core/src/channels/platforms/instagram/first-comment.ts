import { failed } from "../../answers.ts";
import { clockSlackMs, comparable } from "../../compare.ts";
import type { ChannelCall, FindAnswer, FollowUpsCapability, StepAnswer, WantedFollowUp } from "../../connector.ts";
import { toMs } from "../../meta/compare.ts";
import { createdSchema } from "../../meta/wire.ts";
import { callGraph } from "./graph.ts";
import { permalinkOf } from "./permalink.ts";
import { commentListSchema } from "./wire.ts";

const fields = "id,text,timestamp,from{id}";

/**
 * The account's own comment below its post. A comment has no address of its own, so the post's stands for it. Source:
 * "Instagram Platform: IG Media Comments".
 */
export const firstComment: FollowUpsCapability = {
  nextStep: ({ postRemoteId, text }) => ({
    name: "first-comment",
    visible: true,
    run: (call) => comment(call, postRemoteId, text),
  }),
  find: findComment,
};

async function comment(call: ChannelCall, postRemoteId: string, message: string): Promise<StepAnswer> {
  const request = { method: "POST", path: `${postRemoteId}/comments`, form: { message } } as const;
  const created = await callGraph(call, request, createdSchema);
  if (!created.ok) return failed(created.error, true, call.nowMs);
  return { kind: "published", remoteId: created.value.id, url: await permalinkOf(call, postRemoteId) };
}

/** The earliest comment of the account below the post with these words that is not another follow-up of ours. */
async function findComment(call: ChannelCall, wanted: WantedFollowUp): Promise<FindAnswer> {
  const { followUp, armedAt, knownRemoteIds } = wanted;
  const request = { method: "GET", path: `${followUp.postRemoteId}/comments`, query: { fields, limit: "50" } } as const;
  const newest = await callGraph(call, request, commentListSchema);
  if (!newest.ok) return { kind: "unknown", cause: newest.error.cause };
  const [first] = newest.value.data
    .filter(({ id, timestamp }) => !knownRemoteIds.has(id) && toMs(timestamp) >= armedAt - clockSlackMs)
    .filter(({ from, text }) => isOwn(call, from) && comparable(text) === comparable(followUp.text))
    .toSorted((a, b) => toMs(a.timestamp) - toMs(b.timestamp));
  if (!first) return { kind: "absent" };
  return { kind: "found", remoteId: first.id, url: await permalinkOf(call, followUp.postRemoteId) };
}

/** Instagram may leave out who wrote. */
const isOwn = (call: ChannelCall, from: { id: string } | undefined): boolean =>
  from === undefined || from.id === call.channelRemoteId;
