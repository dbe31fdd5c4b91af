import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { seriesChanged } from "./events.ts";
import type { Post } from "./model.ts";

/** What follows from another state of a post that is a series' template: its dates look at it again. */
export const seriesFollows = (clock: Clock, actor: Actor, { origin }: Post): readonly DomainEvent[] =>
  origin?.kind === "template" ? [seriesChanged.make(clock, actor, { seriesId: origin.seriesId })] : [];
