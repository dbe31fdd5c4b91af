import { type Channels, changeSchedule, type Slot } from "../../channels/connected/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Failure } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { recommendationGone } from "../failures.ts";
import type { ProposalOf, Undo } from "../model.ts";

export interface SlotDeps {
  readonly channels: Pick<Channels, "get" | "setSlots">;
}

type SlotProposal = ProposalOf<"add-slot"> | ProposalOf<"move-slot">;
type SlotUndo = Extract<Undo, { kind: "slots" }>;

const isSame = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.time === b.time;
const has = (slots: readonly Slot[], slot: Slot): boolean => slots.some((one) => isSame(one, slot));
const inWeek = (a: Slot, b: Slot): number => a.weekday - b.weekday || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0);
const without = (slots: readonly Slot[], gone: readonly Slot[]) => slots.filter((one) => !has(gone, one));

/** What a proposal adds to and takes from a schedule as it stands; `null` when the slot to be moved is not there. Pure. */
export function slotChange(slots: readonly Slot[], proposal: SlotProposal): Pick<SlotUndo, "added" | "removed"> | null {
  const removed = proposal.kind === "move-slot" ? [proposal.from] : [];
  if (removed.some((one) => !has(slots, one))) return null;
  return { added: has(slots, proposal.slot) ? [] : [proposal.slot], removed };
}

/** A schedule with a change made, in the order of the week. Pure. */
export const changedSchedule = (
  slots: readonly Slot[],
  { added, removed }: Pick<SlotUndo, "added" | "removed">,
): Slot[] => [...without(without(slots, removed), added), ...added].sort(inWeek);

/** Adds or moves the slot, whoever else changes the schedule meanwhile; answers what that changed. */
export async function applySlots(
  deps: SlotDeps,
  actor: Actor,
  proposal: SlotProposal,
): Promise<Result<Undo | undefined, Failure>> {
  const { channelId } = proposal;
  let change: ReturnType<typeof slotChange> = null;
  const set = await changeSchedule(deps, actor, channelId, (slots) => {
    change = slotChange(slots, proposal);
    return change && change.added.length + change.removed.length > 0 ? changedSchedule(slots, change) : null;
  });
  if (!set.ok) return set;
  // Assigned in the callback, which the compiler does not follow.
  const made = change as ReturnType<typeof slotChange>;
  if (made) return ok(made.added.length + made.removed.length > 0 ? { kind: "slots", channelId, ...made } : undefined);
  // Somebody has moved it to there already: nothing is left to do.
  return has(set.value.slots, proposal.slot) ? ok(undefined) : err(recommendationGone());
}

/** Takes exactly what was changed back, and leaves what others did since. */
export async function undoSlots(deps: SlotDeps, actor: Actor, undo: SlotUndo): Promise<Result<unknown, Failure>> {
  const left = await changeSchedule(deps, actor, undo.channelId, (slots) =>
    changedSchedule(slots, { added: undo.removed, removed: undo.added }),
  );
  return left.ok || left.error.kind !== "not-found" ? left : ok(undefined);
}
