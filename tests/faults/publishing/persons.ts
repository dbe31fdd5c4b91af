import type { Failure } from "#core/kernel/failure.ts";
import type { Result } from "#core/kernel/result.ts";
import {
  cancelPublication,
  publicationIdOf,
  reschedulePublication,
  retryFollowUp,
  revisePost,
  schedulePost,
  type When,
} from "#core/publishing/index.ts";
import { member } from "#tests/support/publishing-world.ts";
import type { EngineDeps } from "./engine.ts";
import type { Act, PlannedPost } from "./schedule.ts";
import type { Simulation } from "./simulation.ts";
import { mayBeBelieved } from "./verdict.ts";

/** What people were told; the run is held to it. */
export interface Promises {
  /** Publications that were accepted for the calendar. */
  readonly scheduled: Set<string>;
  /** The newest accepted edit: the revision that a publication shows at least, or one that reads the same. */
  readonly edits: Map<string, { readonly revision: number; readonly text: string }>;
  readonly canceled: Set<string>;
  /** Publications whose time somebody changed. */
  readonly rescheduled: Set<string>;
  /** Publications of which a follow-up is tried again. */
  readonly retried: Set<string>;
}

/** Runs a function of the API once; `answered` is `false` when it died or threw. */
export type ApiCall = <T>(
  name: string,
  body: (deps: EngineDeps) => Promise<T>,
  answered: (value: T | false) => void,
) => void;

const mostTries = 8;
const patienceMs = 5_000;
const when = (dueAt: number): When => ({ at: new Date(dueAt).toISOString().slice(0, 19), timeZone: "UTC" });
export const postIdOf = (index: number): string => `post_${index}`;
export const channelIdOf = (index: number): string => `chan_${index + 1}`;

/** What a post says in its `version`-th wording, and what follows it says. */
export function wordingOf(index: number, version: number, { media, parts, comment, link, twin = false }: PlannedPost) {
  const text = `${postIdOf(twin ? 0 : index)} v${version}`;
  const mediaIds = Array.from({ length: media }, (_, number) => `asset_${index}_${number}`);
  const thread = Array.from({ length: parts }, (_, number) => ({
    text: `${text} goes on`,
    mediaIds: number === 0 ? ["asset_thread"] : [],
  }));
  const menu = { link: `https://listok.example/menu/${version}` };
  return {
    text,
    mediaIds,
    ...(link && menu),
    ...(comment && { firstComment: `${text} comment` }),
    ...(parts > 0 && { thread }),
  };
}

/** People at the dashboard: what has no answer they do again, a few times; what they are told they take for true. */
export function personsModel(simulation: Simulation, api: ApiCall, posts: readonly PlannedPost[]) {
  const { clock } = simulation;
  const promises: Promises = {
    scheduled: new Set(),
    edits: new Map(),
    canceled: new Set(),
    rescheduled: new Set(),
    retried: new Set(),
  };
  let busy = 0;

  /** Asks until there is an answer; an answer of `undefined` asks again too. */
  const persist = <T>(name: string, body: (deps: EngineDeps) => Promise<T | undefined>, told: (value: T) => void) => {
    const attempt = (tries: number): void =>
      api(name, body, (value) => {
        if (value !== false && value !== undefined) told(value);
        else if (tries < mostTries) return simulation.after(patienceMs, () => attempt(tries + 1));
        busy -= 1;
      });
    busy += 1;
    attempt(1);
  };

  const schedule = (index: number, dueAt: number): void => {
    const input = { postId: postIdOf(index), when: dueAt <= clock.nowMs() ? { now: true as const } : when(dueAt) };
    let asked = 0;
    const body = async (deps: EngineDeps) => {
      asked += 1;
      // Somebody may have canceled it between the two; asking again is a new wish, whatever is answered.
      const again = asked > 1 ? (posts[index]?.channels ?? []) : [];
      for (const channelId of again) promises.rescheduled.add(publicationIdOf(input.postId, channelId));
      return schedulePost(deps, member(), input);
    };
    persist("schedule", body, (done) => {
      if (!done.ok) return;
      for (const { publication } of done.value) promises.scheduled.add(publication.id);
    });
  };

  const deeds: Record<Act["kind"], (index: number, act: number, publicationId: string) => void> = {
    edit: (index, act) => {
      const body = async (deps: EngineDeps) => {
        const post = await deps.posts.get(member().workspaceId, postIdOf(index));
        const planned = posts[index];
        if (!post || !planned) return undefined;
        const base = wordingOf(index, act + 2, planned);
        const done = await revisePost(deps, member(), { postId: post.id, version: post.version, base });
        return !done.ok && done.error.code === "changed-meanwhile" ? undefined : done;
      };
      persist("edit", body, (done) => {
        if (!done.ok) return;
        const late = new Set(done.value.tooLate.map(({ id }) => id));
        for (const id of done.value.post.channelIds.map((channelId) => publicationIdOf(postIdOf(index), channelId))) {
          const { revision } = done.value.post;
          const isNewest = revision > (promises.edits.get(id)?.revision ?? 0);
          if (!late.has(id) && isNewest) promises.edits.set(id, { revision, text: done.value.post.base.text });
        }
      });
    },
    cancel: (_index, _act, publicationId) =>
      persist(
        "cancel",
        async (deps) => cancelPublication(deps, member(), { publicationId }),
        (done) => {
          if (done.ok) promises.canceled.add(publicationId);
        },
      ),
    reschedule: (_index, _act, publicationId) => {
      promises.rescheduled.add(publicationId);
      persist(
        "reschedule",
        async (deps) => postpone(deps, publicationId, clock.nowMs() + 90_000),
        () => {},
      );
    },
    "retry-follow-up": (_index, _act, publicationId) =>
      persist(
        "retry-follow-up",
        async (deps) => tryAgain(deps, publicationId),
        (done) => {
          if (done.ok) promises.retried.add(publicationId);
        },
      ),
    "cut-channel": () => {},
  };
  return {
    promises,
    /** Whether somebody still waits for an answer. */
    busy: () => busy > 0,
    schedule: (planned: PlannedPost, index: number, startMs: number): void => {
      busy += 1;
      simulation.after(index * 400, () => {
        busy -= 1;
        schedule(index, startMs + planned.dueInMs);
      });
    },
    act: ({ kind, post }: Act, number: number): void =>
      deeds[kind](post, number, publicationIdOf(postIdOf(post), channelIdOf(0))),
  };
}

/** Nobody moves what is under way or over: that would be a new wish, not the same publication. */
async function postpone(
  deps: EngineDeps,
  publicationId: string,
  dueAt: number,
): Promise<Result<unknown, Failure> | null> {
  const found = await deps.publications.get(member().workspaceId, publicationId);
  if (found?.state !== "scheduled" && found?.state !== "canceled") return null;
  return reschedulePublication(deps, member(), { publicationId, when: when(dueAt) });
}

/** Presses the button once it is there; not below a failure that asks to look first. */
async function tryAgain(deps: EngineDeps, publicationId: string): Promise<Result<unknown, Failure> | undefined> {
  const found = await deps.publications.get(member().workspaceId, publicationId);
  const failed = found?.followUps?.find(({ state }) => state === "failed");
  return failed && mayBeBelieved(failed.failure) ? retryFollowUp(deps, member(), { publicationId }) : undefined;
}
