import * as v from "valibot";
import { epochMsSchema } from "../kernel/time.ts";

/** Something that we hold as present and a list that tells everything of its place has left out. */
export const suspectSchema = v.object({
  id: v.string(),
  threadId: v.string(),
  /** When it was first left out, epoch ms. */
  at: epochMsSchema,
});
export type Suspect = v.InferOutput<typeof suspectSchema>;

/** What a channel's list left out of what is known, as its looks have found so far. */
export const absencesSchema = v.object({
  suspects: v.optional(v.array(suspectSchema), []),
  /** When the list was last compared to its end, epoch ms. */
  wholeAt: v.optional(epochMsSchema),
  /** How many more entries than we hold the platform counted then: what it counts and does not list. */
  surplus: v.optional(v.number()),
  /** When an operator was last told that too much was left out to be believed, epoch ms. */
  doubtedAt: v.optional(epochMsSchema),
});
export type Absences = v.InferOutput<typeof absencesSchema>;

/** What is held of a channel, as far as judging its absence goes. */
export interface Held {
  readonly id: string;
  readonly threadId: string;
  readonly own: boolean;
}

export interface Verdict<T> {
  /** Left out a second time: removed on the platform. */
  readonly gone: readonly T[];
  readonly suspects: readonly Suspect[];
  /** How many were left out of which nothing is concluded, because so many at once are a lost permission. */
  readonly doubted: number;
}

/** Lists settle late: what was told so shortly before a look, ms, may be newer than what they say. */
export const settlesMs = 10 * 60_000;
/** Two looks by one mistake of the platform's, or by one message that was delivered twice, are one look. */
const confirmedAfterMs = 10 * 60_000;
/** Nobody takes back half of what people wrote: of more than a few, only so large a share is believed. */
const plausible = { few: 3, share: 0.5 };
/** So many wait for a second look; further ones are found again. */
const mostSuspects = 200;
/** Every look that waits for a second one costs; a suspect whose place was not looked at for so long is found again. */
const forgottenAfterMs = 3 * 3_600_000;

/**
 * Judges what a look at `seenAt` (epoch ms) left out of what is `held` in the places that it told whole: of what stands
 * there, as far as anybody told. What is left out in a second look some time after the first is gone; never, when too much
 * is left out at once of what customers wrote or of what we did. Suspects whose places were not looked at wait. Pure.
 */
export function judge<T extends Held>(
  held: readonly T[],
  { isStanding, isListed }: { readonly isStanding: (item: T) => boolean; readonly isListed: (item: T) => boolean },
  suspects: readonly Suspect[],
  seenAt: number,
): Verdict<T> {
  const groups = [true, false].map((own) => held.filter((item) => item.own === own && isStanding(item)));
  const absent = groups.map((group) => group.filter((item) => !isListed(item)));
  const believed = absent.filter(({ length }, index) => isPlausible(length, groups[index]?.length ?? 0)).flat();
  const before = new Map(suspects.map((suspect) => [suspect.id, suspect]));
  const isSecond = ({ id }: T) => seenAt - (before.get(id)?.at ?? seenAt) >= confirmedAfterMs;
  const lookedAt = new Set(held.map(({ id }) => id));
  const waiting = suspects.filter(({ id, at }) => !lookedAt.has(id) && seenAt - at < forgottenAfterMs);
  const found = believed
    .filter((item) => !isSecond(item))
    .map(({ id, threadId }) => before.get(id) ?? { id, threadId, at: seenAt });
  return {
    gone: believed.filter(isSecond),
    suspects: [...waiting, ...found].slice(0, mostSuspects),
    doubted: absent.flat().length - believed.length,
  };
}

const isPlausible = (absent: number, held: number): boolean =>
  absent <= plausible.few || absent <= held * plausible.share;
