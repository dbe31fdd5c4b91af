import type { ReviewLink, ReviewLinks } from "#core/content/index.ts";

/** Review links in memory. */
export function memoryReviewLinks(): ReviewLinks {
  const links = new Map<string, ReviewLink>();
  const told = new Map<string, Set<string>>();
  const get = (workspaceId: string, id: string) => {
    const link = links.get(id);
    return link?.workspaceId === workspaceId ? link : null;
  };
  return {
    create: async (link) => void links.set(link.id, link),
    get: async (workspaceId, id) => get(workspaceId, id),
    ofPost: async (workspaceId, postId) =>
      [...links.values()].filter((link) => link.workspaceId === workspaceId && link.postId === postId).reverse(),
    told: async (_, id) => [...(told.get(id) ?? [])],
    noteTold: async (_, id, mail) => void told.set(id, new Set([...(told.get(id) ?? []), mail])),
    revoke: async (workspaceId, id, revokedAt) => {
      const link = get(workspaceId, id);
      if (link && link.revokedAt === undefined) links.set(id, { ...link, revokedAt });
    },
  };
}
