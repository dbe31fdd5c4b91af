import * as v from "valibot";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { InboundItem } from "../../inbound.ts";
import { parseGraphJson } from "../../meta/json.ts";
import { type ChangeContext, ignored } from "./inbound-context.ts";
import { parseFeed, parseMention } from "./parse-feed.ts";
import { parseMessaging } from "./parse-messaging.ts";
import { parseRating } from "./parse-ratings.ts";
import { deliverySchema, leadChangeSchema } from "./wire.ts";

/** Facebook batches at most 1,000 changes in one delivery ("Webhooks: Getting Started"). */
const maxChanges = 1000;

const byField: Readonly<Record<string, (context: ChangeContext, value: unknown) => InboundItem>> = {
  feed: parseFeed,
  mention: parseMention,
  ratings: parseRating,
  leadgen: parseLead,
};

/**
 * The items of a verified delivery, in its order. A change of a kind that Dopys does not use, or without what its kind
 * cannot do without, becomes `ignored` and says so, so that it takes none of its neighbours along.
 */
export function parseDelivery(rawBody: string): Result<readonly InboundItem[], string> {
  const json = parseGraphJson(rawBody);
  if (json === undefined) return err("not JSON, or nested too deeply");
  const delivery = v.safeParse(deliverySchema, json);
  if (!delivery.success) return err(`not a page delivery: ${v.summarize(delivery.issues).split("\n")[0]}`);
  const { entry } = delivery.output;
  const count = entry.reduce((sum, { changes, messaging }) => sum + changes.length + messaging.length, 0);
  if (count > maxChanges) return err(`${count} changes in one delivery, at most ${maxChanges} are possible`);
  return ok(
    entry.flatMap(({ id, time, changes, messaging }) => {
      const context: ChangeContext = { pageId: id, sentAt: time > 1e11 ? Math.trunc(time) : Math.trunc(time * 1000) };
      return [
        ...changes.map(({ field, value }) => {
          const parse = Object.hasOwn(byField, field) ? byField[field] : undefined;
          return parse ? parse(context, value) : ignored(context, field);
        }),
        ...messaging.map((message) => parseMessaging(context, message)),
      ];
    }),
  );
}

function parseLead(context: ChangeContext, value: unknown): InboundItem {
  const lead = v.safeParse(leadChangeSchema, value);
  if (!lead.success) return ignored(context, "unreadable leadgen");
  const { leadgen_id, form_id, ad_id, created_time } = lead.output;
  return {
    kind: "lead",
    channelRemoteId: context.pageId,
    occurredAt: created_time ? Math.trunc(created_time * 1000) : context.sentAt,
    remoteId: leadgen_id,
    formId: form_id,
    ...(ad_id && ad_id !== "0" ? { adId: ad_id } : {}),
  };
}
