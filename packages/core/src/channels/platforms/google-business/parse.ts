import * as v from "valibot";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { parseJson } from "../../google/call.ts";
import type { InboundItem } from "../../inbound.ts";
import { channelOf } from "./map.ts";
import { timeOf } from "./posts.ts";
import { pushSchema } from "./wire.ts";

const reviewName = /^accounts\/[^/]+\/locations\/[^/]+\/reviews\/[^/]+$/;
const locationName = /^accounts\/[^/]+\/locations\/[^/]+/;

/** The names under which a review's is documented: v4 and v1 spell them differently. */
const reviewKeys = ["reviewName", "review_name", "review"];

/**
 * A pushed notice: that a review appeared or changed, and which; what it says has to be fetched. Notices about anything
 * else are named and not stored. Source: "Business Profile APIs: Real-time notifications" (NEW_REVIEW, UPDATED_REVIEW).
 */
export function parsePush(rawBody: string): Result<readonly InboundItem[], string> {
  const push = v.safeParse(pushSchema, parseJson(rawBody));
  if (!push.success) return err(`not a message of Pub/Sub: ${v.summarize(push.issues)}`);
  const { data, publishTime, attributes } = push.output.message;
  const told = parseJson(Buffer.from(data, "base64").toString("utf8"));
  const notice = v.safeParse(v.record(v.string(), v.unknown()), told);
  if (!notice.success) return err("the message of Pub/Sub holds no notice");
  const values = { ...attributes, ...notice.output };
  const occurredAt = timeOf(publishTime ?? "");
  const remoteId = texts(
    reviewKeys.map((key) => values[key]),
    Object.values(values),
  ).find((text) => reviewName.test(text));
  if (remoteId) {
    return ok([{ kind: "notice", about: "review", channelRemoteId: channelOf(remoteId), remoteId, occurredAt }]);
  }
  const place = texts(Object.values(values)).find((text) => locationName.test(text));
  return ok([
    { kind: "ignored", channelRemoteId: channelOf(place ?? ""), occurredAt, what: "a notice without a review" },
  ]);
}

const texts = (...lists: readonly (readonly unknown[])[]): string[] =>
  lists.flat().filter((value): value is string => typeof value === "string");
