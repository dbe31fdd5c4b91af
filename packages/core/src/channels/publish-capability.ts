import type { ChannelCall } from "./connector.ts";
import type { ConnectorError } from "./errors.ts";
import type { FormatName } from "./manifest.ts";

/** A file of a publication, at an address the platform can fetch for at least an hour. */
export interface PublishMedia {
  readonly kind: "image" | "video";
  readonly url: string;
  readonly contentType: string;
  readonly altText: string;
}

/** What is to appear on the platform, already validated against the manifest. */
export interface PublishContent {
  readonly text: string;
  readonly link?: string | undefined;
  readonly media: readonly PublishMedia[];
  /** One of the manifest's formats; the first of them when absent. */
  readonly format?: FormatName | undefined;
}

/** What follows a post of ours that is visible already: further parts of its thread, then the first comment. */
export interface PublishFollowUp {
  readonly kind: "thread-part" | "first-comment";
  readonly text: string;
  /** Files of a thread's part; a first comment has none. */
  readonly media: readonly PublishMedia[];
  /** The remote id of the post. */
  readonly postRemoteId: string;
  /** The remote id of the thread's part before this one; the post's for the first part and for the first comment. */
  readonly parentRemoteId: string;
}

/**
 * What earlier steps left: by name, the remote ids and offsets that let another worker go on. An empty one is as good as
 * none: so a step takes back what an earlier one left.
 */
export type Receipts = Readonly<Record<string, string>>;

export interface PublishCapability {
  /**
   * The next step for this content after the receipts so far. Pure: the same content and receipts give the same step.
   * `visible` says that the step makes something appear in public; such a step is armed before and never repeated
   * blindly, the others may be repeated at the cost of an orphan upload.
   */
  nextStep(content: PublishContent, receipts: Receipts): PublishStep;
  /** Looks for a publication whose outcome is not known among the channel's recent posts. */
  find(call: ChannelCall, wanted: WantedPublication): Promise<FindAnswer>;
  /** What can follow the post; there when the manifest says that a first comment or a thread is possible. */
  readonly followUps?: FollowUpsCapability;
}

/** Publishes one follow-up at a time, by the same rules as the post: armed, answered, looked for, never repeated blindly. */
export interface FollowUpsCapability {
  /** The next step for this follow-up after the receipts so far; as `PublishCapability.nextStep`. */
  nextStep(followUp: PublishFollowUp, receipts: Receipts): PublishStep;
  /** Looks below the post for a follow-up whose outcome is not known. */
  find(call: ChannelCall, wanted: WantedFollowUp): Promise<FindAnswer>;
}

export interface PublishStep {
  readonly name: string;
  readonly visible: boolean;
  /** The file it is about, counted from 0, when it is about one alone: its failure names that file. */
  readonly mediaIndex?: number;
  /** Ends within 25 seconds, so that a worker that began it lives to store its answer. */
  run(call: ChannelCall): Promise<StepAnswer>;
}

export type StepAnswer =
  | { readonly kind: "published"; readonly remoteId: string; readonly url: string }
  /** The step is done or waits; its receipts are added, the next step is taken `afterMs` later (0: at once). */
  | { readonly kind: "pending"; readonly receipts: Receipts; readonly afterMs: number }
  /**
   * Surely nothing became visible; the next step may be taken `afterMs` later: the same, or an earlier one when
   * `receipts` empty what it left (an upload that the platform has dropped).
   */
  | {
      readonly kind: "retry";
      readonly afterMs: number;
      readonly cause: ConnectorError;
      readonly receipts?: Receipts | undefined;
    }
  | { readonly kind: "reconnect"; readonly cause: ConnectorError }
  | { readonly kind: "rejected"; readonly cause: ConnectorError }
  /** It may or may not have become visible: look before doing anything else. */
  | { readonly kind: "unknown"; readonly cause: ConnectorError };

export interface WantedPublication {
  readonly content: PublishContent;
  readonly receipts: Receipts;
  /** Epoch ms at which the visible step was armed. */
  readonly armedAt: number;
  /** Remote ids of posts that are already known to be other publications. */
  readonly knownRemoteIds: ReadonlySet<string>;
}

export interface WantedFollowUp {
  readonly followUp: PublishFollowUp;
  readonly receipts: Receipts;
  /** Epoch ms at which the visible step was armed. */
  readonly armedAt: number;
  /** Remote ids of what already stands below the post as another follow-up of it. */
  readonly knownRemoteIds: ReadonlySet<string>;
}

export type FindAnswer =
  | { readonly kind: "found"; readonly remoteId: string; readonly url: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly cause: ConnectorError };
