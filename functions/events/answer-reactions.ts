import * as v from "valibot";
import { messageChanged, messageReceived, reviewChanged, settleAnswered } from "#core/inbox/index.ts";
import * as runtime from "../runtime.ts";
import type { Reactions } from "./reactions.ts";

const settle = (workspaceId: string, threadId: string) =>
  settleAnswered(
    {
      proposedAnswers: runtime.proposedAnswers(),
      threads: runtime.threads(),
      messages: runtime.messages(),
      reviews: runtime.reviews(),
    },
    { workspaceId, threadId },
  );

async function answered(event: unknown, schema: typeof messageReceived.schema | typeof messageChanged.schema) {
  const { workspaceId, data } = v.parse(schema, event);
  if (data.own && !data.removed) await settle(workspaceId, data.threadId);
}

/** Nobody is asked any more to approve an answer to a review that was answered meanwhile or is gone. */
export const answerReactions: Reactions = {
  [messageReceived.type]: (event) => answered(event, messageReceived.schema),
  [messageChanged.type]: (event) => answered(event, messageChanged.schema),
  [reviewChanged.type]: async (event) => {
    const { workspaceId, data } = v.parse(reviewChanged.schema, event);
    if (data.removed) await settle(workspaceId, data.threadId);
  },
};
