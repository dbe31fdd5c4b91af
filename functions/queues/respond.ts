import { connectorFor } from "#core/channels/catalog.ts";
import { handleRespondMessage, respondMessageSchema } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import {
  answerBooks,
  calls,
  channels,
  dirty,
  events,
  messages,
  outgoings,
  respondQueue,
  responseTargets,
  reviews,
  threads,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";

/** Sends replies and other acts to the platforms, each once. */
export const handler = consume(respondMessageSchema, async (message) =>
  handleRespondMessage(
    {
      connectorFor,
      clock: systemClock,
      channels: channels(),
      channelCalls: await calls(),
      workspaces: workspaces(),
      responseTargets: responseTargets(),
      outgoings: outgoings(),
      answerBooks: answerBooks(),
      messages: messages(),
      threads: threads(),
      reviews: reviews(),
      dirtyBuckets: dirty(),
      events: events(),
      respondQueue: respondQueue(),
    },
    message,
  ),
);
