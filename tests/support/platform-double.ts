import type {
  ChannelCall,
  Connector,
  FindAnswer,
  FollowUpsCapability,
  PublishContent,
  PublishFollowUp,
  StepAnswer,
} from "#core/channels/connector.ts";
import type { ConnectorError } from "#core/channels/errors.ts";
import type { PublishingManifest } from "#core/channels/manifest.ts";
import type { Clock } from "#core/kernel/clock.ts";

/** What the platform does with the next visible call. */
export type Behaviour =
  | "publishes"
  /** It appears, and the answer gets lost. */
  | "publishes-silently"
  /** Nothing appears, and nobody can tell. */
  | "swallows"
  /** It is taken and worked on, for 20 s; then it appears by itself. */
  | "accepts"
  | { readonly answers: StepAnswer };

/** A small platform that counts what becomes visible on it. */
export interface PlatformDouble {
  readonly connector: Connector;
  /** What stands below posts, in the order it appeared. */
  readonly below: readonly { id: string; text: string; parent: string; files: number }[];
  /** Decides the next visible calls for what follows a post, as `next` does for posts. */
  nextBelow(...behaviours: readonly Behaviour[]): void;
  readonly posts: readonly { id: string; text: string; at: number }[];
  /** Visible calls received, whatever came of them. */
  readonly visibleCalls: number;
  /** Invisible calls received: uploads and questions. */
  readonly otherCalls: number;
  /** Decides the next visible calls, in order; afterwards each one publishes. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Decides the next looks, in order; afterwards each one tells the truth. */
  nextLooks(...answers: readonly FindAnswer[]): void;
}

export const transient: ConnectorError = { class: "transient", code: "2", message: "Service unavailable" };
export const timedOut: ConnectorError = { class: "unknown", code: "timeout", message: "No answer" };

export const doubleManifest: PublishingManifest = {
  platform: "double",
  name: "Double",
  markColour: "#000000",
  mark: "D",
  formats: [
    {
      name: "feed",
      preview: "text-first",
      firstComment: { text: { unit: "characters", max: 200 } },
      thread: { maxParts: 5, text: { unit: "characters", max: 500 }, media: true },
      text: { unit: "characters", max: 500, required: false },
      media: {
        maxFiles: 4,
        maxImages: 4,
        maxVideos: 1,
        mixed: false,
        required: false,
        altText: true,
        image: { contentTypes: ["image/png", "image/jpeg"], maxBytes: 1_000_000, minWidth: 100 },
        video: { contentTypes: ["video/mp4"], maxBytes: 10_000_000, maxDurationMs: 60_000 },
      },
    },
  ],
  pace: { burst: 2, everyMs: 30_000 },
  linkCard: true,
  scopes: [],
  capabilities: {
    publish: true,
    comments: false,
    mentions: false,
    directMessages: false,
    reviews: false,
    leads: false,
    reply: false,
    replyPrivately: false,
    hide: false,
    like: false,
    remove: false,
    insights: false,
    ads: false,
    publicPages: false,
    authorFollowers: false,
    visits: false,
    webhook: false,
  },
};

/**
 * A platform on which text is one visible step, and each file an upload before it. `around` runs each call to it, so
 * that faults can strike there.
 */
export function platformDouble(
  clock: Clock,
  around: <T>(name: string, run: () => Promise<T>) => Promise<T> = (_name, run) => run(),
): PlatformDouble {
  const posts: { id: string; text: string; at: number }[] = [];
  const jobs: { text: string; readyAt: number; answer?: StepAnswer }[] = [];
  const below: { id: string; text: string; parent: string; files: number }[] = [];
  const behaviours: Behaviour[] = [];
  const behavioursBelow: Behaviour[] = [];
  const looks: FindAnswer[] = [];
  let visibleCalls = 0;
  let otherCalls = 0;

  const appear = (text: string): StepAnswer & { kind: "published" } => {
    const id = `remote_${posts.length + 1}`;
    posts.push({ id, text, at: clock.nowMs() });
    return { kind: "published", remoteId: id, url: `https://double.example/${id}` };
  };

  const show = async (text: string): Promise<StepAnswer> => {
    visibleCalls += 1;
    const behaviour = behaviours.shift() ?? "publishes";
    if (behaviour === "publishes") return appear(text);
    if (behaviour === "accepts") {
      jobs.push({ text, readyAt: clock.nowMs() + 20_000 });
      return { kind: "pending", receipts: { job: String(jobs.length - 1) }, afterMs: 30_000 };
    }
    if (behaviour === "publishes-silently") appear(text);
    if (typeof behaviour === "object") return behaviour.answers;
    return { kind: "unknown", cause: timedOut };
  };

  const progress = (receipt: string): StepAnswer => {
    const job = jobs[Number(receipt)];
    if (!job || job.readyAt > clock.nowMs()) return { kind: "pending", receipts: {}, afterMs: 10_000 };
    const answer = job.answer ?? appear(job.text);
    job.answer = answer;
    return answer;
  };

  const invisible = async (answer: () => StepAnswer): Promise<StepAnswer> => {
    otherCalls += 1;
    return answer();
  };

  const step = (name: string, visible: boolean, run: () => Promise<StepAnswer>) => ({
    name,
    visible,
    run: (_call: ChannelCall) => around(`platform.${name}`, run),
  });

  const nextStep = (content: PublishContent, receipts: Readonly<Record<string, string>>) => {
    const missing = content.media.findIndex((_, index) => receipts[`upload${index}`] === undefined);
    if (missing >= 0) {
      const receipt = { [`upload${missing}`]: `remote_upload_${missing}` };
      return step("upload", false, () => invisible(() => ({ kind: "pending", receipts: receipt, afterMs: 0 })));
    }
    const { job } = receipts;
    if (job) return step("ask", false, () => invisible(() => progress(job)));
    return step("post", true, () => show(content.text));
  };

  const showBelow = async ({ text, parentRemoteId, media }: PublishFollowUp): Promise<StepAnswer> => {
    const behaviour = behavioursBelow.shift() ?? "publishes";
    if (typeof behaviour === "object") return behaviour.answers;
    const remoteId = `below_${below.length + 1}`;
    if (behaviour !== "swallows") below.push({ id: remoteId, text, parent: parentRemoteId, files: media.length });
    if (behaviour === "publishes") return { kind: "published", remoteId, url: `https://double.example/${remoteId}` };
    return { kind: "unknown", cause: timedOut };
  };

  const followUps: FollowUpsCapability = {
    nextStep: (followUp) => step("below", true, () => showBelow(followUp)),
    find: (_call, { followUp, knownRemoteIds }) =>
      around("platform.findBelow", async () => {
        const told = looks.shift();
        if (told) return told;
        const found = below.find(({ id, text }) => text === followUp.text && !knownRemoteIds.has(id));
        return found
          ? { kind: "found", remoteId: found.id, url: `https://double.example/${found.id}` }
          : { kind: "absent" };
      }),
  };

  const connector: Connector = {
    manifest: doubleManifest,
    auth: {
      consentUrl: () => "https://double.example/consent",
      exchange: async () => ({ ok: true, value: [] }),
      subscribe: async () => ({ ok: true, value: undefined }),
    },
    publish: {
      nextStep,
      followUps,
      find: (_call, wanted) =>
        around("platform.find", async () => {
          const told = looks.shift();
          if (told) return told;
          const known = (id: string) => wanted.knownRemoteIds.has(id);
          const post = posts.find(({ id, text }) => text === wanted.content.text && !known(id));
          return post
            ? { kind: "found", remoteId: post.id, url: `https://double.example/${post.id}` }
            : { kind: "absent" };
        }),
    },
  };
  return {
    connector,
    posts,
    below,
    nextBelow: (...list) => void behavioursBelow.push(...list),
    get visibleCalls() {
      return visibleCalls;
    },
    get otherCalls() {
      return otherCalls;
    },
    next: (...list) => void behaviours.push(...list),
    nextLooks: (...answers) => void looks.push(...answers),
  };
}
