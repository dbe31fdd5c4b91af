import type { Channel } from "../channels/connected/index.ts";
import { type ResponseTargetStore, readResponseTargets } from "../inbox/index.ts";
import type { ContentType } from "../insights/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Proposal, Recommendation } from "./model.ts";
import { type DraftDeps, nextFreeSlot } from "./plan/draft.ts";
import { changedSchedule, slotChange } from "./plan/slots.ts";
import { targetOn } from "./plan/target.ts";

/** What one click would change, before and after, as things stand. */
export type Effect =
  | { readonly kind: "schedule"; readonly moves: boolean; readonly days: readonly ScheduleDay[] }
  | {
      readonly kind: "draft";
      /** The next free slot of its channel, epoch ms; `null` when it has none. */
      readonly at: number | null;
      readonly timeZone: string;
      readonly contentType?: ContentType | undefined;
      readonly topic?: string | undefined;
    }
  /** Minutes of open time. */
  | { readonly kind: "target"; readonly before: number; readonly after: number };

/** The times of a weekday that changes. */
export interface ScheduleDay {
  readonly weekday: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface EffectDeps extends Pick<DraftDeps, "channels" | "publications" | "workspaces" | "clock"> {
  readonly responseTargets: ResponseTargetStore;
}

/** What one click would change for each recommendation; nothing for those that ask for a task, or are done already. */
export async function effectsOf(
  deps: EffectDeps,
  actor: Actor,
  recommendations: readonly Recommendation[],
  channels: readonly Pick<Channel, "id" | "slots">[],
): Promise<ReadonlyMap<string, Effect>> {
  const { targets } = await readResponseTargets(deps, actor);
  const effectOf = async (proposal: Proposal): Promise<Effect | null> => {
    if (proposal.kind === "task") return null;
    const channel = channels.find(({ id }) => id === proposal.channelId);
    if (!channel) return null;
    if (proposal.kind === "response-target") {
      const before = targetOn(targets, channel.id);
      return before < proposal.minutes ? { kind: "target", before, after: proposal.minutes } : null;
    }
    if (proposal.kind === "draft") {
      const free = await nextFreeSlot(deps, actor.workspaceId, channel.id);
      const { contentType, topic } = proposal;
      return { kind: "draft", at: free?.at ?? null, timeZone: free?.timeZone ?? "UTC", contentType, topic };
    }
    const change = slotChange(channel.slots, proposal);
    if (!change || change.added.length + change.removed.length === 0) return null;
    const after = changedSchedule(channel.slots, change);
    const weekdays = [...new Set([...change.removed, ...change.added].map(({ weekday }) => weekday))].sort();
    const timesOn = (slots: readonly { weekday: number; time: string }[], weekday: number) =>
      slots.flatMap((one) => (one.weekday === weekday ? [one.time] : [])).sort();
    const days = weekdays.map((weekday) => ({
      weekday,
      before: timesOn(channel.slots, weekday),
      after: timesOn(after, weekday),
    }));
    return { kind: "schedule", moves: proposal.kind === "move-slot", days };
  };
  const effects = new Map<string, Effect>();
  for (const { id, proposal } of recommendations) {
    const effect = await effectOf(proposal);
    if (effect) effects.set(id, effect);
  }
  return effects;
}
