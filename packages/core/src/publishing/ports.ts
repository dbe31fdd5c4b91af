import type { TimePosition } from "../kernel/cursor.ts";
import type { Page } from "../kernel/page.ts";
import type { Queue } from "../kernel/queue.ts";
import type { PublicationState } from "./course.ts";
import type { PublishMessage, SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import type { ChannelPace } from "./pace.ts";

/** Which publications of a workspace: at most `limit` of those due in `[from, to)` (epoch ms), in that order. */
export interface PublicationRange {
  readonly from: number;
  readonly to: number;
  readonly channelIds?: readonly string[] | undefined;
  readonly states?: readonly PublicationState[] | undefined;
  /** By what they are filed, and who wrote them. */
  readonly campaignId?: string | undefined;
  readonly authorId?: string | undefined;
  readonly topic?: string | undefined;
  readonly label?: string | undefined;
  readonly limit: number;
  /** Begins after this position (`dueAt`, id). */
  readonly after?: TimePosition | undefined;
}

export interface Publications {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, publicationId: string): Promise<Publication | null>;
  /** Those of the ids that exist, in any order, strongly consistent. */
  getMany(workspaceId: string, publicationIds: readonly string[]): Promise<readonly Publication[]>;
  /** False when the id is taken. */
  create(publication: Publication): Promise<boolean>;
  /**
   * Writes the publication if it is still at `publication.version`; answers it with its next version, or `null` for a
   * lost race. A write of ours whose answer got lost and was sent again counts as won.
   */
  save(publication: Publication): Promise<Publication | null>;
  /** One function behind every view of the calendar. */
  list(workspaceId: string, range: PublicationRange): Promise<readonly Publication[]>;
  /** A page of one shard of the wake index, whatever the workspace: `wakeAt <= until`, the longest waiting first. */
  waiting(shard: string, until: number, cursor?: string): Promise<Page<Publication>>;
}

/** How busy channels are; see `pace.ts`. */
export interface ChannelPaces {
  /** Strongly consistent; `null` for a channel that has been idle. */
  get(workspaceId: string, channelId: string): Promise<ChannelPace | null>;
  /** Writes it if it is still at `pace.version`, or if there is none; `null` for a lost race. */
  save(pace: ChannelPace): Promise<ChannelPace | null>;
}

/** The two queues that carry publications. */
export interface PublishingQueues {
  readonly publishQueue: Queue<PublishMessage>;
  readonly settleQueue: Queue<SettleMessage>;
}

/** Waits within a running function; never for more than a few seconds. */
export type Sleep = (ms: number) => Promise<void>;
