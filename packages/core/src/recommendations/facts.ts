import type { Channel } from "../channels/connected/index.ts";
import type { Durations, PublicationResult } from "../insights/index.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Recommendation } from "./model.ts";

/** What is known of a channel. */
export interface ChannelFacts {
  readonly channel: Pick<Channel, "id" | "name" | "slots">;
  /** Of the last 90 days, the newest first. */
  readonly results: readonly PublicationResult[];
  /** Of the last 28 days: questions with a response target, and those answered within it. */
  readonly response: {
    readonly targeted: number;
    readonly within: number;
    /** How long the first answers took, in open time. */
    readonly durations: Durations;
  };
  /** When something is to go out in the next seven days, epoch ms. */
  readonly coming: readonly number[];
  /** The slots of the next seven days, epoch ms. */
  readonly slotTimes: readonly number[];
}

/** What the rules look at. */
export interface Facts {
  readonly workspaceId: string;
  readonly now: number;
  readonly timeZone: string;
  readonly channels: readonly ChannelFacts[];
  /** Names of campaigns by id. */
  readonly campaigns: ReadonlyMap<string, string>;
}

/** Looks at the facts and says what it finds, the strongest first. Pure; silent with fewer cases than it needs. */
export type Rule = (facts: Facts) => readonly Recommendation[];

/** A recommendation about a subject, such as a channel and a content type. */
export const recommend = (
  { workspaceId }: Facts,
  subject: readonly string[],
  said: Omit<Recommendation, "id">,
): Recommendation => ({ id: derivedId("rec", workspaceId, said.rule, ...subject), ...said });
