/** Tells the measuring that an hour of a channel must be recounted. Marking twice is marking once. */
export interface DirtyBuckets {
  /** `atMs`: any instant of the hour, epoch ms. */
  mark(workspaceId: string, channelId: string, atMs: number): Promise<void>;
}
