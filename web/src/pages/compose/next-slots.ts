import { err, ok } from "#core/kernel/result.ts";
import { nextSlot } from "../../api/channels.ts";
import type { Answer } from "../../api/client.ts";
import { useResource } from "../../resource.ts";

export interface NextSlots {
  /** The earliest of the channels' next free slots, epoch ms; `undefined` when none is known. */
  readonly earliest: number | undefined;
  /** Whether the channels' next slots are at different times. */
  readonly differ: boolean;
  /** Whether the server has answered. */
  readonly known: boolean;
}

/** The next free slot of each chosen channel; a post needs one on all of them. */
export function useNextSlots(channelIds: readonly string[]): NextSlots {
  const { data } = useResource(`next-slots:${channelIds.join()}`, () => slotsOf(channelIds));
  const times = (data ?? []).filter((at) => at !== null);
  const complete = times.length === channelIds.length && times.length > 0;
  return {
    earliest: complete ? Math.min(...times) : undefined,
    differ: new Set(times).size > 1,
    known: data !== undefined && channelIds.length > 0,
  };
}

async function slotsOf(channelIds: readonly string[]): Promise<Answer<(number | null)[]>> {
  const answers = await Promise.all(channelIds.map(nextSlot));
  const failed = answers.find((answer) => !answer.ok && answer.error.code !== "no-free-slot");
  if (failed && !failed.ok) return err(failed.error);
  return ok(answers.map((answer) => (answer.ok ? answer.value.at : null)));
}
