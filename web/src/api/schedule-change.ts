import { ok } from "#core/kernel/result.ts";
import type { Answer } from "./client.ts";
import type { Channel, Slot } from "./contract.ts";

/** What a member does to a schedule, whatever stands in it: adds times, takes some out. */
export type SlotChange = (slots: readonly Slot[]) => readonly Slot[];

type Scheduled = Pick<Channel, "id" | "slots" | "version">;

interface ScheduleStore {
  /** The channel as it is stored now; nothing when it is gone or cannot be read. */
  readonly read: (id: string) => Promise<Pick<Scheduled, "slots" | "version"> | undefined>;
  readonly save: (
    id: string,
    version: number,
    slots: readonly Slot[],
  ) => Promise<Answer<{ channel: Pick<Scheduled, "slots" | "version"> }>>;
}

/** What is stored now, and whether a change of somebody else's is in it that was not seen before. */
export interface SlotsChanged {
  readonly slots: readonly Slot[];
  readonly version: number;
  readonly merged: boolean;
}

/** So often somebody may be faster before it is told. */
const mostTries = 3;

/**
 * Makes a member's change on the schedule that was shown. When somebody changed the channel since, the same change is made
 * on the newest schedule, so that neither's is lost.
 */
export async function changedSlots(
  { read, save }: ScheduleStore,
  shown: Scheduled,
  change: SlotChange,
): Promise<Answer<SlotsChanged>> {
  let on: Pick<Scheduled, "slots" | "version"> = shown;
  for (let tried = 1; ; tried += 1) {
    const answer = await save(shown.id, on.version, change(on.slots));
    if (answer.ok) {
      const { slots, version } = answer.value.channel;
      return ok({ slots, version, merged: !isSameSchedule(on.slots, shown.slots) });
    }
    if (answer.error.code !== "schedule-changed" || tried === mostTries) return answer;
    const newest = await read(shown.id);
    if (!newest) return answer;
    on = newest;
  }
}

const isSameSchedule = (a: readonly Slot[], b: readonly Slot[]): boolean => told(a) === told(b);
const told = (slots: readonly Slot[]): string =>
  slots
    .map(({ weekday, time }) => `${weekday} ${time}`)
    .sort()
    .join();
