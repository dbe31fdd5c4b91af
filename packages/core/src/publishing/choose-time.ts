import type { Workspaces } from "../access/index.ts";
import type { Channel } from "../channels/connected/index.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type DueTime, instantOf, type When } from "./due-time.ts";
import { dueInPast, dueTooFar, noFreeSlot } from "./errors.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import { allPublications } from "./read-publications.ts";
import { firstFreeSlot } from "./slots.ts";

/** The time that was chosen: its instant, its zone, and the clock change that moved it, if one did. */
export type ChosenTime = DueTime & { readonly timeZone: string };

/** How far ahead a free slot is looked for, days. */
const slotDays = 84;

/**
 * What a `when` means for a channel. Fails when it has passed, is over two years away, or no slot is free. A slot is
 * taken when another publication that is not canceled or failed is due on the channel at its instant.
 */
export async function chooseTime(
  deps: { publications: Pick<Publications, "list">; workspaces: Pick<Workspaces, "get">; clock: Clock },
  channel: Channel,
  publicationId: string,
  when: When,
): Promise<Result<ChosenTime, Failure>> {
  const workspace = await deps.workspaces.get(channel.workspaceId);
  if (!workspace) return err(notFound());
  const now = deps.clock.nowMs();
  if ("now" in when) return ok({ dueAt: now, timeZone: workspace.timeZone });
  if ("slot" in when) {
    const taken = await takenTimes(deps.publications, channel, publicationId, now);
    const slot = firstFreeSlot(channel.slots, workspace.timeZone, now, slotDays, taken);
    return slot ? ok({ ...slot, timeZone: workspace.timeZone }) : err(noFreeSlot(channel.name));
  }
  const timeZone = when.timeZone ?? workspace.timeZone;
  const time = instantOf(when.at, timeZone);
  if (time.dueAt < now) return err(dueInPast());
  return time.dueAt > now + policy.horizon ? err(dueTooFar()) : ok({ ...time, timeZone });
}

async function takenTimes(
  publications: Pick<Publications, "list">,
  channel: Channel,
  publicationId: string,
  now: number,
): Promise<ReadonlySet<number>> {
  const around = await allPublications(publications, channel.workspaceId, {
    from: now,
    to: now + (slotDays + 1) * 86_400_000,
    channelIds: [channel.id],
  });
  const living = around.filter(({ id, state }) => id !== publicationId && state !== "canceled" && state !== "failed");
  return new Set(living.map(({ dueAt }) => dueAt));
}
