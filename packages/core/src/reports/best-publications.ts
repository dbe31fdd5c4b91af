import type { PublicationResults } from "../insights/index.ts";
import type { Publication } from "../publishing/index.ts";
import { picturesOf, type ReportPictures } from "./collect/pictures.ts";
import type { ReportPublication } from "./content.ts";

const shown = 3;
/** So many of a channel's publications are compared. */
const mostCompared = 500;

/**
 * The publications of a time with the most interactions so far, at most three, each with its picture where there is one;
 * those without figures are left out. One query a channel.
 */
export async function bestPublications(
  deps: { results: Pick<PublicationResults, "since"> } & ReportPictures,
  workspaceId: string,
  published: readonly Publication[],
  { names, from }: { names: ReadonlyMap<string, string>; from: number },
): Promise<readonly ReportPublication[]> {
  const ours = new Map(published.map((publication) => [publication.id, publication]));
  const channelIds = [...new Set(published.map(({ channelId }) => channelId))];
  const results = await Promise.all(
    channelIds.map((channelId) => deps.results.since(workspaceId, channelId, from, mostCompared)),
  );
  const best = results
    .flat()
    .flatMap(({ publicationId, interactions, reach, contentType }) => {
      const publication = ours.get(publicationId);
      if (!publication || !interactions.available) return [];
      return [
        { publication, contentType, interactions: interactions.value, reach: reach.available ? reach.value : null },
      ];
    })
    .filter(({ interactions }) => interactions > 0)
    .sort((a, b) => b.interactions - a.interactions || a.publication.dueAt - b.publication.dueAt)
    .slice(0, shown);
  const pictures = await picturesOf(
    deps,
    workspaceId,
    best.map(({ publication }) => publication.content),
  );
  return best.map(({ publication, ...figures }, index) => ({
    id: publication.id,
    channelName: names.get(publication.channelId) ?? "",
    text: publication.content.text,
    url: publication.url,
    publishedAt: publication.publishedAt ?? publication.dueAt,
    ...figures,
    picture: pictures[index],
  }));
}
