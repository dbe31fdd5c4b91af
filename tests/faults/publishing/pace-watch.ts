import type { Pace } from "#core/channels/manifest.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { ChannelPace, Publication, PublishMessage } from "#core/publishing/index.ts";
import type { Breach } from "./verdict.ts";

/**
 * How much closer together starts may look here than they were given, ms: what a slow call takes on its way, and a quick
 * one on its way back and there again, because a start that was given for "now" is seen only with the write that follows.
 */
export const paceTolerance = 21_000;

/** What works one message, one tick or one request; several may share a process. */
export interface Worker {
  readonly name: string;
  /** When it began, or last woke up: what was known then it can know. */
  awakeAt: number;
}

/** A publication's beginning: its instant as its channel's pace gave it, and who gave it without the pace's knowledge. */
interface Start {
  readonly at: number;
  readonly forgottenBy?: Worker | undefined;
}

/** Until when a platform wants no call for a channel; to be heeded by all who are awake only since. */
interface Closure {
  readonly from: number;
  readonly until: number;
}

/**
 * Watches how channels are held to their pace. A worker that is late, because it froze or its message was lost, does not
 * break it: each beginning counts at the instant that it was given.
 */
export function paceWatch(clock: Clock, pace: Pace, paceOf: (channelId: string) => ChannelPace | undefined) {
  const breaches: Breach[] = [];
  const given = new Map<string, Start>();
  const taken = new Map<Worker, Start>();
  const begun = new Map<string, Map<Worker, Start>>();
  const asked = perWorker<number>();
  const counted = perWorker<true>();
  const closures = new Map<string, Closure[]>();
  const told = new Map<Worker, { channelId: string; until: number }>();

  const breach = (invariant: Breach["invariant"], what: string): void => {
    breaches.push({ invariant, what });
  };
  const start = (by: Worker, channelId: string, at: number): Start => ({
    at,
    forgottenBy: counted.get(by, channelId) ? undefined : by,
  });
  const heldBack = ({ postId, channelId, startAt = 0 }: Publication): void => {
    const { busyUntil = 0, closedUntil = 0 } = paceOf(channelId) ?? {};
    if (busyUntil >= startAt + pace.everyMs || closedUntil >= startAt) return;
    breach("no channel waits for another", `${postId} is held back although ${channelId} is idle`);
  };

  return {
    /** A channel's pace has been read. */
    read: (by: Worker, channelId: string): void => asked.set(by, channelId, clock.nowMs()),
    /** A channel's pace has been written. */
    counted: (by: Worker, channelId: string): void => counted.set(by, channelId, true),
    /** A message says that a publication has been given its start. */
    sent: (by: Worker, { publicationId, at }: PublishMessage, channelId: string): void => {
      const key = `${publicationId} ${at}`;
      if (!given.has(key)) given.set(key, start(by, channelId, Math.max(at, clock.nowMs())));
    },
    /** A publication has been changed. */
    changed: (by: Worker, before: Publication, after: Publication): void => {
      const { id, channelId, nextAt = 0, startAt } = after;
      const isGiven = startAt !== undefined && startAt === nextAt && startAt !== before.startAt;

      if (isGiven && nextAt > (before.nextAt ?? 0)) heldBack(after);
      if (after.state === "publishing" && after.fence > before.fence) {
        const waited = before.state === "scheduled" ? given.get(`${id} ${before.nextAt}`) : undefined;
        const at = Math.max(before.nextAt ?? 0, asked.get(by, channelId) ?? 0);
        taken.set(by, waited ?? start(by, channelId, at));
      } else if (isGiven) {
        given.set(`${id} ${nextAt}`, start(by, channelId, Math.max(nextAt, clock.nowMs())));
      }
    },
    /** The platform is called for a channel; `begins` when it is to have something new. */
    called: (by: Worker, channelId: string, begins: boolean): void => {
      const now = clock.nowMs();
      const isClosed = closures.get(channelId)?.some(({ from, until }) => from < by.awakeAt && until > now);
      if (isClosed) breach("a closed channel is left alone", `${by.name} calls ${channelId} too early`);
      const starts = begun.get(channelId) ?? new Map<Worker, Start>();

      if (begins) begun.set(channelId, starts.set(by, taken.get(by) ?? start(by, channelId, now)));
    },
    /** A worker is told that the platform wants no call for a channel until then. */
    closed: (by: Worker, channelId: string, until: number): void => void told.set(by, { channelId, until }),
    /** A worker has ended well: what it was told is known from now on. */
    endedWell: (by: Worker): void => {
      const { channelId = "", until = 0 } = told.get(by) ?? {};
      closures.set(channelId, [...(closures.get(channelId) ?? []), { from: clock.nowMs(), until }]);
    },
    /** Every breach of a run that is over. */
    breaches: (): readonly Breach[] => {
      for (const [channelId, starts] of begun) {
        for (const what of crowdsIn(pace, [...starts.values()])) {
          breach("a channel's pace is kept", `${what} on ${channelId}`);
        }
      }
      return breaches;
    },
  };
}
export type PaceWatch = ReturnType<typeof paceWatch>;

/** What is known of each worker and channel. */
function perWorker<T>() {
  const known = new Map<Worker, Map<string, T>>();
  return {
    get: (worker: Worker, channelId: string): T | undefined => known.get(worker)?.get(channelId),
    set: (worker: Worker, channelId: string, value: T): void =>
      void known.set(worker, (known.get(worker) ?? new Map()).set(channelId, value)),
  };
}

/**
 * Where starts break the pace: more in any span than a burst and one each `everyMs`. A tick may leave out one, as long as
 * it counted none of the channel's.
 */
function crowdsIn(pace: Pace, starts: readonly Start[]): readonly string[] {
  const isForgotten = ({ forgottenBy }: Start): boolean => forgottenBy?.name === "tick";
  const byTick = Map.groupBy(starts.filter(isForgotten), ({ forgottenBy }) => forgottenBy);
  const forgotten = [...byTick.values()].flatMap(({ length }) =>
    length > 1 ? `${length} starts that one tick did not count` : [],
  );
  const instants = starts.filter((one) => !isForgotten(one)).map(({ at }) => at);
  return [
    ...forgotten,
    ...crowdedSpans(
      pace,
      instants.sort((a, b) => a - b),
      paceTolerance,
    ),
  ];
}

/** The spans in which there are more of these instants than a pace allows, each told to a person. */
export function crowdedSpans(
  { burst, everyMs }: Pace,
  sorted: readonly number[],
  tolerance: number,
): readonly string[] {
  return sorted.flatMap((from, first) =>
    sorted.slice(first).flatMap((to, more) => {
      const allowed = burst + (to - from + tolerance) / everyMs;
      return more + 1 > allowed ? `${more + 1} starts within ${to - from} ms` : [];
    }),
  );
}
