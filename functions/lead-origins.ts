import type { Threads } from "#core/inbox/index.ts";
import type { LeadFromThreadDeps, Provenance } from "#core/leads/index.ts";
import type { Publications, PublishedPosts } from "#core/publishing/index.ts";

/** The publication that brought somebody, with its post and campaign; `null` where there is none. */
export async function provenanceOf(
  deps: { publications: Publications },
  workspaceId: string,
  publicationId: string,
): Promise<Provenance | null> {
  const publication = await deps.publications.get(workspaceId, publicationId);
  return publication && { publicationId, postId: publication.postId, campaignId: publication.campaignId };
}

/** What leads ask of conversations and publications. */
export const leadOrigins = (deps: {
  threads: Threads;
  publications: Publications;
  publishedPosts: PublishedPosts;
}): Pick<LeadFromThreadDeps, "leadThreads" | "provenances"> => ({
  leadThreads: deps.threads,
  provenances: {
    ofPost: async (workspaceId, channelId, remoteId) => {
      const post = await deps.publishedPosts.find(workspaceId, channelId, remoteId);
      return post && provenanceOf(deps, workspaceId, post.publicationId);
    },
  },
});
