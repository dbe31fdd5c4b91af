import * as v from "valibot";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { InboundItem } from "../inbound.ts";
import { type ChangeContext, ignored } from "./inbound-context.ts";
import { parseGraphJson } from "./json.ts";
import { parseMessaging } from "./parse-messaging.ts";
import { deliverySchema } from "./wire.ts";

/** Meta batches at most 1,000 changes in one delivery ("Webhooks: Getting Started"). */
const maxChanges = 1000;

/** Reads a change of one field. Never throws. */
export type ParseChange = (context: ChangeContext, value: unknown) => InboundItem;

/**
 * The items of a verified delivery about objects of this kind, in its order. A change of a kind that Dopys does not use,
 * becomes `ignored`, one without what its kind cannot do without becomes `unreadable`; both say what they were, and take
 * none of their neighbours along.
 */
export function parseDeliveryOf(
  object: string,
  byField: Readonly<Record<string, ParseChange>>,
  rawBody: string,
): Result<readonly InboundItem[], string> {
  const json = parseGraphJson(rawBody);
  if (json === undefined) return err("not JSON, or nested too deeply");
  const delivery = v.safeParse(deliverySchema, json, { abortEarly: true });
  if (!delivery.success) return err(`not a delivery about a ${object}: ${v.summarize(delivery.issues).split("\n")[0]}`);
  if (delivery.output.object !== object) return err(`a delivery about a ${delivery.output.object}, not a ${object}`);
  const entry = delivery.output.entry.map(({ field, value, ...it }) => ({
    ...it,
    changes: field === undefined ? it.changes : [...it.changes, { field, value }],
  }));
  const count = entry.reduce((sum, { changes, messaging }) => sum + changes.length + messaging.length, 0);
  if (count > maxChanges) return err(`${count} changes in one delivery, at most ${maxChanges} are possible`);
  return ok(
    entry.flatMap(({ id, time, changes, messaging }) => {
      const sentAt = time > 1e11 ? Math.trunc(time) : Math.trunc(time * 1000);
      const context: ChangeContext = { channelRemoteId: id, sentAt };
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
