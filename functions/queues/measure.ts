import { connectorFor } from "#core/channels/catalog.ts";
import { handleMeasureMessage, measureMessageSchema } from "#core/insights/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import {
  calls,
  channels,
  events,
  measurements,
  measureQueue,
  raw,
  results,
  rollupQueue,
  samples,
  workspaces,
} from "../runtime.ts";
import { consume } from "./consume.ts";

/** Asks platforms for their figures. */
export const handler = consume(measureMessageSchema, async (message) =>
  handleMeasureMessage(
    {
      connectorFor,
      clock: systemClock,
      workspaces: workspaces(),
      channels: channels(),
      channelCalls: await calls(),
      raw: raw(),
      measurements: measurements(),
      samples: samples(),
      results: results(),
      rollupQueue: rollupQueue(),
      measureQueue: measureQueue(),
      events: events(),
    },
    message,
  ),
);
