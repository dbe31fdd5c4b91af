import { mostCompared, normHistoryMs, type PublicationResults } from "../insights/index.ts";
import { excerpt } from "../kernel/text.ts";
import type { Publications } from "../publishing/index.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";
import { overNorm } from "./signals/over-norm.ts";

const excerptLength = 80;

/** After a channel was measured: a post that does far better than its kind. One query of at most 200 small items. */
export async function watchResults(
  deps: RaiseDeps & { results: Pick<PublicationResults, "since">; publications: Pick<Publications, "get"> },
  workspaceId: string,
  { channelId }: { channelId: string },
): Promise<void> {
  const now = deps.clock.nowMs();
  const results = await deps.results.since(workspaceId, channelId, now - normHistoryMs, mostCompared);
  for (const { publicationId, lift, comparedWith, publishedAt } of overNorm(results, now)) {
    const publication = await deps.publications.get(workspaceId, publicationId);
    if (!publication) continue;
    await raiseAlert(deps, workspaceId, {
      kind: "post-above-norm",
      cause: publicationId,
      severity: "low",
      channelId,
      params: { lift: Math.round(lift * 10) / 10, comparedWith },
      evidence: [
        {
          key: publicationId,
          what: "post",
          id: publication.postId,
          channelId,
          excerpt: excerpt(publication.content.text, excerptLength),
          at: publishedAt,
        },
      ],
    });
  }
}
