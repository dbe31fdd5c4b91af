import * as v from "valibot";
import type { Actor } from "./actor.ts";
import { actorName } from "./actor.ts";
import type { Clock } from "./clock.ts";
import { newId } from "./ids.ts";
import { epochMsSchema } from "./time.ts";

/** What has happened, named in the past tense (`publication.published`); goes over the event bus. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  readonly workspaceId: string;
  /** See `actorName`. */
  readonly actor: string;
  /** Epoch ms. */
  readonly occurredAt: number;
  readonly data: Data;
}

/** The definition of an event: its type and the schema of its data. Each domain exports its own from `events.ts`. */
export interface EventDefinition<Type extends string, Schema extends v.GenericSchema> {
  readonly type: Type;
  readonly schema: v.GenericSchema<unknown, DomainEvent<Type, v.InferOutput<Schema>>>;
  /** Makes an event that happened now. */
  make(clock: Clock, actor: Actor, data: v.InferOutput<Schema>): DomainEvent<Type, v.InferOutput<Schema>>;
}

/** Defines an event; parsing an envelope with `schema` also checks its data. */
export function defineEvent<const Type extends string, Schema extends v.GenericSchema>(
  type: Type,
  data: Schema,
): EventDefinition<Type, Schema> {
  const schema = v.object({
    id: v.string(),
    type: v.literal(type),
    workspaceId: v.string(),
    actor: v.string(),
    occurredAt: epochMsSchema,
    data,
  });
  return {
    type,
    schema: schema as unknown as EventDefinition<Type, Schema>["schema"],
    make: (clock, actor, payload) => ({
      id: newId("evt", clock.nowMs()),
      type,
      workspaceId: actor.workspaceId,
      actor: actorName(actor),
      occurredAt: clock.nowMs(),
      data: payload,
    }),
  };
}

/** Where domain events go. Publishing is at least once; consumers are idempotent. */
export interface EventPublisher {
  publish(events: readonly DomainEvent[]): Promise<void>;
}
