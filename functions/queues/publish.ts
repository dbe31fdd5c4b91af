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
  publishedPosts,
  publishQueue,
  reconcileQueue,
} from "../runtime.ts";
import { consume } from "./consume.ts";

/** Publishes what is due, once. A worker mostly waits, for the second asked for and for the platform, so a batch does it together. */
export const handler = consume(
  publishMessageSchema,
  async (message, delivery) =>
    handlePublishMessage(
      {
        connectorFor,
        clock: systemClock,
        sleep,
        publications: publications(),
        publishedPosts: publishedPosts(),
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
  { together: true },
);
