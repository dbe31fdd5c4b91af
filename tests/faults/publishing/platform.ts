import type {
  ChannelCall,
  Connector,
  FindAnswer,
  PublishContent,
  PublishStep,
  Receipts,
  StepAnswer,
} from "#core/channels/connector.ts";
import type { ConnectorError } from "#core/channels/errors.ts";
import { doubleManifest, timedOut, transient } from "#tests/support/platform-double.ts";
import type { PaceWatch, Worker } from "./pace-watch.ts";
import type { Behaviour, Schedule } from "./schedule.ts";
import { CallFailed, type Process, type Simulation } from "./simulation.ts";

/** Something that anyone can see on a page. */
export interface VisiblePost extends Wanted {
  readonly id: string;
  readonly at: number;
}

/** What is to appear: on which page, under what (`undefined`: by itself), and saying what. */
interface Wanted {
  readonly page: string;
  readonly parent: string | undefined;
  readonly text: string;
}

interface Job extends Wanted {
  readonly readyAt: number;
  /** Long enough in work that a look sees it working. */
  readonly slow: boolean;
  readonly appears: boolean;
  /** What one hears who asks when it is ready: only the first, if it appears. */
  asked?: (() => StepAnswer) | undefined;
  done: StepAnswer | undefined;
}

/** A connector promises to end within 25 s, and a platform takes no request twice. */
const platformCall = { patienceMs: 25_000, resendable: false };
const urlOf = (id: string): string => `https://double.example/${id}`;

/**
 * A platform stub that counts what becomes visible. Its promise, on which every engine may rest: what a call has done
 * is seen by a look four minutes after the call was sent, or the look says that it cannot tell.
 */
export function platformModel(simulation: Simulation, schedule: Schedule, watch: Pick<PaceWatch, "called" | "closed">) {
  const { clock } = simulation;
  const posts: VisiblePost[] = [];
  const jobs: Job[] = [];
  const plannedBehaviours = [...schedule.platform];
  const plannedLooks = [...schedule.looks];

  const appear = (wanted: Wanted): StepAnswer & { kind: "published" } => {
    const id = `remote_${posts.length + 1}`;
    posts.push({ id, ...wanted, at: clock.nowMs() });
    return { kind: "published", remoteId: id, url: urlOf(id) };
  };
  const unknown = (): StepAnswer => ({ kind: "unknown", cause: timedOut });
  /** Takes a text on: it appears after `ms`, unless `asked` is what becomes of it. */
  const work = (wanted: Wanted, ms: number, parts: Pick<Job, "asked" | "appears">): StepAnswer => {
    const job: Job = { ...wanted, readyAt: clock.nowMs() + ms, slow: ms > 100_000, done: undefined, ...parts };
    jobs.push(job);
    if (job.appears) {
      simulation.after(ms, () => {
        job.done = appear(wanted);
      });
    }
    return { kind: "pending", receipts: { job: String(jobs.length - 1) }, afterMs: 10_000 };
  };
  const limited = (): StepAnswer => ({ kind: "retry", afterMs: 0, cause: tooMany(clock.nowMs() + 600_000) });

  const deeds: Record<Behaviour, (wanted: Wanted) => StepAnswer> = {
    publishes: appear,
    silent: (wanted) => {
      appear(wanted);
      return unknown();
    },
    swallows: unknown,
    late: (wanted) => {
      simulation.after(30_000, () => appear(wanted));
      return unknown();
    },
    crashes: (wanted) => {
      appear(wanted);
      throw new Error("The answer is not what the connector expects");
    },
    "works-briefly": (wanted) => work(wanted, 20_000, { appears: true }),
    "works-long": (wanted) => work(wanted, 200_000, { appears: true }),
    "works-and-refuses": (wanted) => work(wanted, 20_000, { appears: false, asked: () => refusal("moderated") }),
    "works-and-cuts": (wanted) => work(wanted, 20_000, { appears: true, asked: () => cutOff }),
    "works-and-limits": (wanted) => work(wanted, 20_000, { appears: true, asked: limited }),
    "works-silently": (wanted) => {
      simulation.after(20_000, () => appear(wanted));
      return unknown();
    },
    transient: () => ({ kind: "retry", afterMs: 0, cause: transient }),
    limited,
    cut: () => cutOff,
    refuses: () => refusal("link-refused"),
  };

  const isSame = (a: Wanted, b: Wanted): boolean => a.page === b.page && a.parent === b.parent && a.text === b.text;
  const show = (wanted: Wanted): StepAnswer => {
    if (schedule.refusesTwins && posts.some((post) => isSame(post, wanted))) return twinRefused;
    return deeds[plannedBehaviours.shift() ?? "publishes"](wanted);
  };
  const progress = (receipt: string): StepAnswer => {
    const job = jobs[Number(receipt)];
    const asked = job?.asked;
    if (job && asked && job.readyAt <= clock.nowMs()) {
      if (job.appears) job.asked = undefined;
      return asked();
    }
    return job?.done ?? { kind: "pending", receipts: {}, afterMs: 30_000 };
  };
  const look = (wanted: Wanted, known: ReadonlySet<string>): FindAnswer => {
    const now = clock.nowMs();
    const planned = plannedLooks.shift();
    if (planned === "blind") return { kind: "unknown", cause: timedOut };
    if (planned === "limited") return { kind: "unknown", cause: tooMany(now + 600_000) };
    const found = posts.find(
      (post) => isSame(post, wanted) && !known.has(post.id) && post.at + schedule.findLagMs <= now,
    );
    if (found) return { kind: "found", remoteId: found.id, url: urlOf(found.id) };
    const inWork = jobs.some((job) => job.slow && isSame(job, wanted) && !job.done);
    return inWork ? { kind: "unknown", cause: transient } : { kind: "absent" };
  };

  /** The connector as one process calls it: a call without an answer becomes an answer, as the real ones make it. */
  const connectorOf = (process: Process, worker: Worker): Connector => {
    const asked = <T>(page: string, name: string, effect: () => T): Promise<T> => {
      watch.called(worker, page, begins(name));
      return simulation.call(process, `platform.${name}`, effect, platformCall);
    };
    const heard = (page: string, cause: ConnectorError): void => {
      if (cause.class === "rate-limited") watch.closed(worker, page, cause.resetAt);
    };
    const step = (name: string, visible: boolean, effect: (call: ChannelCall) => StepAnswer): PublishStep => ({
      name,
      visible,
      run: async (call) => {
        try {
          const answer = await asked(call.channelRemoteId, name, () => effect(call));
          if (answer.kind === "retry") heard(call.channelRemoteId, answer.cause);
          return answer;
        } catch (error) {
          if (!(error instanceof CallFailed)) throw error;
          return error.sent ? unknown() : { kind: "retry", afterMs: 0, cause: transient };
        }
      },
    });
    const nextStep = (
      content: Pick<PublishContent, "text" | "media">,
      parent: string | undefined,
      receipts: Receipts,
    ) => {
      const missing = content.media.findIndex((_, index) => receipts[`upload${index}`] === undefined);
      if (missing >= 0) {
        const uploaded = { [`upload${missing}`]: `remote_upload_${missing}` };
        return step(parent === undefined ? "upload" : "upload-below", false, () => ({
          kind: "pending",
          receipts: uploaded,
          afterMs: 0,
        }));
      }
      const { job } = receipts;
      if (job !== undefined) return step("ask", false, () => progress(job));
      const name = parent === undefined ? "post" : "reply";
      return step(name, true, ({ channelRemoteId: page }) => show({ page, parent, text: content.text }));
    };
    const find = async (wanted: Wanted, known: ReadonlySet<string>): Promise<FindAnswer> => {
      const answer = await asked(wanted.page, "find", () => look(wanted, known));
      if (answer.kind === "unknown") heard(wanted.page, answer.cause);
      return answer;
    };
    return {
      manifest: doubleManifest,
      auth: {
        consentUrl: () => "https://double.example/consent",
        exchange: async () => ({ ok: true, value: [] }),
        subscribe: async () => ({ ok: true, value: undefined }),
      },
      publish: {
        nextStep: (content, receipts) => nextStep(content, undefined, receipts),
        find: ({ channelRemoteId: page }, { content: { text }, knownRemoteIds }) =>
          find({ page, parent: undefined, text }, knownRemoteIds),
        followUps: {
          nextStep: (followUp, receipts) => nextStep(followUp, followUp.parentRemoteId, receipts),
          find: ({ channelRemoteId: page }, { followUp: { parentRemoteId: parent, text }, knownRemoteIds }) =>
            find({ page, parent, text }, knownRemoteIds),
        },
      },
    };
  };
  return { posts, connectorOf };
}

/** Whether a call of this name is the first that something new on the page needs. */
const begins = (name: string): boolean => name === "upload" || name === "post";

const tooMany = (resetAt: number): ConnectorError => ({
  class: "rate-limited",
  code: "4",
  message: "Too many calls",
  resetAt,
});

const twinRefused: StepAnswer = {
  kind: "rejected",
  cause: { class: "duplicate", code: "506", message: "Duplicate status" },
};

const cutOff: StepAnswer = {
  kind: "reconnect",
  cause: { class: "auth-expired", code: "190", message: "Session has expired" },
};

const refusal = (rule: string): StepAnswer => ({
  kind: "rejected",
  cause: { class: "invalid-content", code: "100", message: "Not allowed", rule },
});
