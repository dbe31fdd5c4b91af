import type { PublicationSamples } from "../insights/index.ts";
import type { Publication } from "../publishing/index.ts";
import type { ReportPublication } from "./content.ts";

const shown = 3;

/** The publications with the most interactions by the end of `day`, at most three; those without figures are left out. */
export async function bestPublications(
  samples: Pick<PublicationSamples, "lastTwo">,
  published: readonly Publication[],
  { names, day }: { names: ReadonlyMap<string, string>; day: string },
): Promise<readonly ReportPublication[]> {
  const measured = await Promise.all(
    published.map(async (publication): Promise<ReportPublication | null> => {
      const { workspaceId, channelId, id, content, url, publishedAt = 0 } = publication;
      const [newest] = await samples.lastTwo(workspaceId, channelId, id, day);
      if (!newest) return null;
      const { reactions, comments, shares, saves, clicks, reach } = newest.measurement;
      const parts = [reactions, comments, shares, saves, clicks].filter((part) => part.available);
      if (parts.length === 0) return null;
      return {
        id,
        channelName: names.get(channelId) ?? "",
        text: content.text,
        url,
        publishedAt,
        interactions: parts.reduce((sum, part) => sum + part.value, 0),
        reach: reach.available ? reach.value : null,
      };
    }),
  );
  return measured
    .filter((publication) => publication !== null)
    .sort((a, b) => b.interactions - a.interactions)
    .slice(0, shown);
}
