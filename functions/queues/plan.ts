import { connectorFor } from "#core/channels/catalog.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { planSeries } from "#core/publishing/index.ts";
import { assets, channels, events, posts, publications, publishQueue, reconcileQueue, series } from "../runtime.ts";
import { consume } from "./consume.ts";
import { type PlanMessage, planMessageSchema } from "./plan-message.ts";

const deps = () => ({
  connectorFor,
  clock: systemClock,
  series: series(),
  posts: posts(),
  assets: assets(),
  channels: channels(),
  publications: publications(),
  publishQueue: publishQueue(),
  settleQueue: reconcileQueue(),
  events: events(),
});

/** The work of each kind of message. */
const work: { [Kind in PlanMessage["kind"]]: (message: Extract<PlanMessage, { kind: Kind }>) => Promise<unknown> } = {
  "plan-series": (message) => planSeries(deps(), message),
};

/** Plans in the background, whoever asked for it. */
export const handler = consume(planMessageSchema, (message) => work[message.kind](message));
