import type {
  ChannelCall,
  Connector,
  FindAnswer,
  PublishContent,
  PublishStep,
  Receipts,
  StepAnswer,
} from "#core/channels/connector.ts";
import { doubleManifest, timedOut, transient } from "#tests/support/platform-double.ts";
import type { Behaviour, Schedule } from "./schedule.ts";
import { CallFailed, type Process, type Simulation } from "./simulation.ts";

/** Something that anyone can see on a page. */
export interface VisiblePost {
  readonly id: string;
  readonly page: string;
  readonly text: string;
  readonly at: number;
}

interface Job {
  readonly page: string;
  readonly text: string;
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
export function platformModel(simulation: Simulation, schedule: Schedule) {
  const { clock } = simulation;
  const posts: VisiblePost[] = [];
  const jobs: Job[] = [];
  const plannedBehaviours = [...schedule.platform];
  const plannedLooks = [...schedule.looks];

  const appear = (page: string, text: string): StepAnswer & { kind: "published" } => {
    const id = `remote_${posts.length + 1}`;
    posts.push({ id, page, text, at: clock.nowMs() });
    return { kind: "published", remoteId: id, url: urlOf(id) };
  };
  const unknown = (): StepAnswer => ({ kind: "unknown", cause: timedOut });
  /** Takes a text on: it appears after `ms`, unless `asked` is what becomes of it. */
  const work = (page: string, text: string, ms: number, parts: Pick<Job, "asked" | "appears">): StepAnswer => {
    const job: Job = { page, text, readyAt: clock.nowMs() + ms, slow: ms > 100_000, done: undefined, ...parts };
    jobs.push(job);
    if (job.appears) {
      simulation.after(ms, () => {
        job.done = appear(page, text);
      });
    }
    return { kind: "pending", receipts: { job: String(jobs.length - 1) }, afterMs: 10_000 };
  };
  const limited = (): StepAnswer => {
    const resetAt = clock.nowMs() + 600_000;
    const cause = { class: "rate-limited", code: "4", message: "Too many calls", resetAt } as const;
    return { kind: "retry", afterMs: 0, cause };
  };

  const deeds: Record<Behaviour, (page: string, text: string) => StepAnswer> = {
    publishes: appear,
    silent: (page, text) => {
      appear(page, text);
      return unknown();
    },
    swallows: unknown,
    late: (page, text) => {
      simulation.after(30_000, () => appear(page, text));
      return unknown();
    },
    crashes: (page, text) => {
      appear(page, text);
      throw new Error("The answer is not what the connector expects");
    },
    "works-briefly": (page, text) => work(page, text, 20_000, { appears: true }),
    "works-long": (page, text) => work(page, text, 200_000, { appears: true }),
    "works-and-refuses": (page, text) =>
      work(page, text, 20_000, { appears: false, asked: () => refusal("moderated") }),
    "works-and-cuts": (page, text) => work(page, text, 20_000, { appears: true, asked: () => cutOff }),
    "works-and-limits": (page, text) => work(page, text, 20_000, { appears: true, asked: limited }),
    "works-silently": (page, text) => {
      simulation.after(20_000, () => appear(page, text));
      return unknown();
    },
    transient: () => ({ kind: "retry", afterMs: 0, cause: transient }),
    limited,
    cut: () => cutOff,
    refuses: () => refusal("link-refused"),
  };

  const show = (page: string, text: string): StepAnswer => {
    const twin = schedule.refusesTwins && posts.some((post) => post.page === page && post.text === text);
    if (twin) return { kind: "rejected", cause: { class: "duplicate", code: "506", message: "Duplicate status" } };
    return deeds[plannedBehaviours.shift() ?? "publishes"](page, text);
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
  const look = (page: string, text: string, known: ReadonlySet<string>): FindAnswer => {
    if (plannedLooks.shift() === "blind") return { kind: "unknown", cause: timedOut };
    const now = clock.nowMs();
    const found = posts.find(
      (post) => post.page === page && post.text === text && !known.has(post.id) && post.at + schedule.findLagMs <= now,
    );
    if (found) return { kind: "found", remoteId: found.id, url: urlOf(found.id) };
    const inWork = jobs.some((job) => job.slow && job.page === page && job.text === text && !job.done);
    return inWork ? { kind: "unknown", cause: transient } : { kind: "absent" };
  };

  /** The connector as one process calls it: a call without an answer becomes an answer, as the real ones make it. */
  const connectorOf = (process: Process): Connector => {
    const step = (name: string, visible: boolean, effect: (call: ChannelCall) => StepAnswer): PublishStep => ({
      name,
      visible,
      run: (call) =>
        simulation
          .call(process, `platform.${name}`, () => effect(call), platformCall)
          .catch((error: unknown) => {
            if (!(error instanceof CallFailed)) throw error;
            return error.sent ? unknown() : { kind: "retry", afterMs: 0, cause: transient };
          }),
    });
    const nextStep = (content: PublishContent, receipts: Receipts): PublishStep => {
      const missing = content.media.findIndex((_, index) => receipts[`upload${index}`] === undefined);
      if (missing >= 0) {
        const uploaded = { [`upload${missing}`]: `remote_upload_${missing}` };
        return step("upload", false, () => ({ kind: "pending", receipts: uploaded, afterMs: 0 }));
      }
      const { job } = receipts;
      if (job !== undefined) return step("ask", false, () => progress(job));
      return step("post", true, ({ channelRemoteId }) => show(channelRemoteId, content.text));
    };
    return {
      manifest: doubleManifest,
      auth: {
        consentUrl: () => "https://double.example/consent",
        exchange: async () => ({ ok: true, value: [] }),
        subscribe: async () => ({ ok: true, value: undefined }),
      },
      publish: {
        nextStep,
        find: ({ channelRemoteId }, { content, knownRemoteIds }) => {
          const effect = () => look(channelRemoteId, content.text, knownRemoteIds);
          return simulation.call(process, "platform.find", effect, platformCall);
        },
      },
    };
  };
  return { posts, connectorOf };
}

const cutOff: StepAnswer = {
  kind: "reconnect",
  cause: { class: "auth-expired", code: "190", message: "Session has expired" },
};

const refusal = (rule: string): StepAnswer => ({
  kind: "rejected",
  cause: { class: "invalid-content", code: "100", message: "Not allowed", rule },
});
