import * as v from "valibot";
import { type ReviewLink, type ReviewLinks, reviewLinkSchema } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { reviewLinkEntity } from "./entities/review-links.ts";

/** How long a link that has ended is still shown to members, in seconds. */
const shownAfterS = 30 * 86_400;

const parse = ({ expiresAtMs, ...item }: { expiresAtMs: number } & Record<string, unknown>): ReviewLink =>
  v.parse(reviewLinkSchema, { ...item, expiresAt: expiresAtMs });

/** Review links in the table. */
export function reviewLinkRepository(dynamo: Dynamo): ReviewLinks {
  const links = reviewLinkEntity(dynamo);
  return {
    create: async ({ expiresAt, ...link }) => {
      await links
        .create({ ...link, expiresAtMs: expiresAt, expiresAt: Math.ceil(expiresAt / 1000) + shownAfterS })
        .go();
    },
    get: async (workspaceId, id) => {
      const { data } = await links.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    ofPost: async (workspaceId, postId) => {
      const { data } = await links.query.ofPost({ workspaceId, postId }).go({ order: "desc", pages: "all" });
      return data.map(parse);
    },
    told: async (workspaceId, id) => {
      const { data } = await links.get({ workspaceId, id }).go({ consistent: true });
      return data?.told ?? [];
    },
    noteTold: async (workspaceId, id, mail) => {
      await happens(() =>
        links
          .patch({ workspaceId, id })
          .add({ told: [mail] })
          .go(),
      );
    },
    revoke: async (workspaceId, id, at) => {
      await happens(() =>
        links
          .patch({ workspaceId, id })
          .set({ revokedAt: at })
          .where(({ revokedAt }, { notExists }) => notExists(revokedAt))
          .go(),
      );
    },
  };
}
