import * as v from "valibot";
import { derivedId } from "../kernel/derived-id.ts";
import { epochMsSchema } from "../kernel/time.ts";

/** How far apart two variants appear, at the same time of day: on the next day, or on the same day of the next week. */
export const experimentGaps = [1, 7] as const;

/** An A/B test: the same post in two variants on one channel, at comparable times. */
export const experimentSchema = v.object({
  id: v.string(),
  workspaceId: v.string(),
  channelId: v.string(),
  /** The post as it was, and its copy with the change. */
  a: v.string(),
  b: v.string(),
  gapDays: v.picklist(experimentGaps),
  createdBy: v.string(),
  createdAt: epochMsSchema,
});
export type Experiment = v.InferOutput<typeof experimentSchema>;

export interface Experiments {
  get(workspaceId: string, experimentId: string): Promise<Experiment | null>;
  /** False when the id is taken: a post is tested once on a channel. */
  create(experiment: Experiment): Promise<boolean>;
  /** All of a workspace, in any order. */
  list(workspaceId: string): Promise<readonly Experiment[]>;
  remove(workspaceId: string, experimentId: string): Promise<void>;
}

export const experimentIdOf = (postId: string, channelId: string): string => derivedId("exp", postId, channelId);
