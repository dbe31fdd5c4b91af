import type { StepAnswer } from "../channels/connector.ts";
import type { Clock } from "../kernel/clock.ts";
import { nextOf, type Work } from "./claim-publication.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import type { PublishedPosts } from "./published-posts.ts";
import { paused, published, received, unconfirmed } from "./transitions.ts";
import { keptAt, seenAt, type Turn } from "./turn.ts";

export interface StepDeps {
  readonly publications: Pick<Publications, "get" | "save">;
  readonly publishedPosts: Pick<PublishedPosts, "claim">;
  readonly clock: Clock;
}

/** How often a record is tried before the armed mark is left to speak for it. */
const recordTries = 4;

/**
 * The engine: takes steps until the publication rests, storing each answer, together with the arming of the next visible
 * step, before that step is taken. Between a platform's answer and its record stands nothing that can throw. If the
 * record itself cannot be written this throws: the armed mark then makes the publication `unconfirmed`, to be looked
 * for, never repeated.
 */
export async function takeSteps(deps: StepDeps, work: Work): Promise<{ publication: Publication; last: StepAnswer }> {
  const began = deps.clock.nowMs();
  const { turn, nextStep } = work;
  let { publication, step } = work;
  for (;;) {
    const answer = await answerOf(work, step);
    const now = deps.clock.nowMs();
    const taken = step;
    const advanced = (current: Publication): ReturnType<typeof nextOf> => {
      const after = received(current, taken, answer, now);
      if (after.state !== "publishing") return { publication: after };
      if (now - began > policy.stepBudget) return { publication: paused(after, now) };
      return nextOf(nextStep, after, now);
    };
    const recorded = await record(deps, { publication, turn, answer, advanced, now });
    publication = recorded.publication;
    if (!recorded.step) return { publication, last: answer };
    step = recorded.step;
  }
}

/** A connector promises not to throw; if it does, a visible step may have happened and an invisible one may not. */
async function answerOf({ call }: Work, step: Work["step"]): Promise<StepAnswer> {
  try {
    return await step.run(call);
  } catch (error) {
    const message = String(error).slice(0, 300);
    return { kind: "unknown", cause: { class: "unknown", code: "connector-threw", message } };
  }
}

/**
 * Writes what an answer makes of the publication. A lost race is read again: when the tick touched it, the answer is
 * applied to the newest state; when our lease was taken over, only the knowledge that it is published still counts. That
 * somebody who looked may have found it for a twin meanwhile is asked where it can be: then, and when the platform took
 * it on in an earlier call, since it may have been looked for in between.
 */
async function record(
  deps: StepDeps,
  taken: {
    publication: Publication;
    turn: Turn;
    answer: StepAnswer;
    advanced: (current: Publication) => ReturnType<typeof nextOf>;
    now: number;
  },
): Promise<ReturnType<typeof nextOf>> {
  const { publication: mine, turn, answer, advanced, now } = taken;
  let current = mine;
  let problem: unknown;
  for (let round = 0; round < recordTries; round += 1) {
    const seen = seenAt(current, turn);
    const ours = seen.state === "publishing" && seen.fence === mine.fence;
    const late = !ours && answer.kind === "published" && seen.state !== "published";
    if (!ours && !late) return { publication: current };
    try {
      const isTwins = await isTakenForTwin(deps, { publication: seen, turn, answer, late });
      if (isTwins && late) return { publication: current };
      const known = late && { publication: published(seen, answer, now, now) };
      const next = isTwins ? { publication: unconfirmed(seen, "taken-for-a-twin", now) } : known || advanced(seen);
      const saved = await deps.publications.save(keptAt(current, turn, next.publication, now));
      if (saved) return { ...next, publication: saved };
      const newest = await deps.publications.get(mine.workspaceId, mine.id);
      if (!newest) return { publication: current };
      current = newest;
    } catch (error) {
      problem = error;
    }
  }
  throw problem ?? new Error(`The answer for ${mine.id} lost ${recordTries} races`);
}

async function isTakenForTwin(
  { publishedPosts }: Pick<StepDeps, "publishedPosts">,
  about: { publication: Publication; turn: Turn; answer: StepAnswer; late: boolean },
): Promise<boolean> {
  const { publication, turn, answer, late } = about;
  const { id, workspaceId, channelId, acceptedAt } = publication;
  if (answer.kind !== "published" || turn !== undefined || !(late || acceptedAt !== undefined)) return false;
  return !(await publishedPosts.claim({ workspaceId, channelId, remoteId: answer.remoteId, publicationId: id }));
}
