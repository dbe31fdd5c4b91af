import { setTimeout as sleep } from "node:timers/promises";
import { connectorFor } from "#core/channels/catalog.ts";
import { paceOf } from "#core/channels/paces.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { handlePublishMessage, publishMessageSchema } from "#core/publishing/index.ts";
import {
  assets,
  calls,
  channels,
  events,
  linking,
  objects,
  paces,
  posts,
  publications,
  publishQueue,
  reconcileQueue,
} from "../runtime.ts";
import { consume } from "./consume.ts";

/** Publishes what is due, once. */
export const handler = consume(publishMessageSchema, async (message, delivery) =>
  handlePublishMessage(
    {
      connectorFor,
      clock: systemClock,
      sleep,
      publications: publications(),
      paces: paces(),
      paceOf,
      posts: posts(),
      assets: assets(),
      ...linking(),
      objects: objects(),
      channels: channels(),
      channelCalls: await calls(),
      publishQueue: publishQueue(),
      settleQueue: reconcileQueue(),
      events: events(),
    },
    message,
    delivery,
  ),
);
