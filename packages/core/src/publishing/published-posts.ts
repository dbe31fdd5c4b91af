import type * as v from "valibot";
import type { publicationPublished } from "./events.ts";

/** Which publication a platform's post is, so that comments on it find their way back. */
export interface PublishedPost {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly remoteId: string;
  readonly publicationId: string;
}

export interface PublishedPosts {
  /** Remembers a published post; doing it again changes nothing. */
  put(post: PublishedPost): Promise<void>;
  /**
   * Takes a post that was found on the platform for a publication; false when another publication has taken it, unless
   * that is the one `insteadOf` which it is taken now. Doing it again changes nothing.
   */
  claim(post: PublishedPost, insteadOf?: string): Promise<boolean>;
  find(workspaceId: string, channelId: string, remoteId: string): Promise<PublishedPost | null>;
}

/** Remembers under which remote id a publication appeared. */
export async function rememberPublished(
  deps: { publishedPosts: PublishedPosts },
  event: v.InferOutput<typeof publicationPublished.schema>,
): Promise<void> {
  const { channelId, remoteId, publicationId } = event.data;
  await deps.publishedPosts.put({ workspaceId: event.workspaceId, channelId, remoteId, publicationId });
}
