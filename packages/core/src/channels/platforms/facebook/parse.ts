import * as v from "valibot";
import type { Result } from "../../../kernel/result.ts";
import type { InboundItem } from "../../inbound.ts";
import { parseDeliveryOf } from "../../meta/delivery.ts";
import { type ChangeContext, unreadable } from "../../meta/inbound-context.ts";
import { parseFeed, parseMention } from "./parse-feed.ts";
import { parseRating } from "./parse-ratings.ts";
import { leadChangeSchema } from "./wire.ts";

const byField = { feed: parseFeed, mention: parseMention, ratings: parseRating, leadgen: parseLead };

/** The items of a verified delivery about pages, in its order. Source: "Webhooks Reference: Page". */
export const parseDelivery = (rawBody: string): Result<readonly InboundItem[], string> =>
  parseDeliveryOf("page", byField, rawBody);

function parseLead(context: ChangeContext, value: unknown): InboundItem {
  const lead = v.safeParse(leadChangeSchema, value);
  if (!lead.success) return unreadable(context, "leadgen");
  const { leadgen_id, form_id, ad_id, created_time } = lead.output;
  return {
    kind: "lead",
    channelRemoteId: context.channelRemoteId,
    occurredAt: created_time ? Math.trunc(created_time * 1000) : context.sentAt,
    remoteId: leadgen_id,
    formId: form_id,
    ...(ad_id && ad_id !== "0" ? { adId: ad_id } : {}),
  };
}
