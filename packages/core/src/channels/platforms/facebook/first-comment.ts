import { failed } from "../../answers.ts";
import type { ChannelCall, FindAnswer, FollowUpsCapability, StepAnswer, WantedFollowUp } from "../../connector.ts";
import { createdSchema } from "../../meta/wire.ts";
import { matchingComment } from "./find-reply.ts";
import { callGraph } from "./graph.ts";
import { permalink } from "./posts.ts";

/** The page's own comment below its post. Source: "Graph API Reference: Object Comments". */
export const firstComment: FollowUpsCapability = {
  nextStep: ({ postRemoteId, text }) => ({
    name: "first-comment",
    visible: true,
    run: (call) => comment(call, postRemoteId, text),
  }),
  find: findComment,
};

async function comment(call: ChannelCall, postRemoteId: string, message: string): Promise<StepAnswer> {
  const request = { method: "POST", path: `${postRemoteId}/comments`, query: { fields: "id,permalink_url" } } as const;
  const created = await callGraph(call, { ...request, form: { message } }, createdSchema);
  if (!created.ok) return failed(created.error, true, call.nowMs);
  return { kind: "published", remoteId: created.value.id, url: permalink(created.value) };
}

/** The earliest comment of the page below the post with these words that is not another follow-up of ours. */
async function findComment(call: ChannelCall, wanted: WantedFollowUp): Promise<FindAnswer> {
  const { followUp, armedAt, knownRemoteIds } = wanted;
  const found = await matchingComment(call, followUp.postRemoteId, { text: followUp.text, armedAt, knownRemoteIds });
  if (!found.ok) return { kind: "unknown", cause: found.error.cause };
  return found.value ? { kind: "found", remoteId: found.value.id, url: permalink(found.value) } : { kind: "absent" };
}
