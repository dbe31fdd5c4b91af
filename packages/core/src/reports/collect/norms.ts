import type { Channel } from "../../channels/connected/index.ts";
import { mostCompared, normHistoryMs, type PublicationResults, typeNorms } from "../../insights/index.ts";
import type { ReportNorm } from "../content.ts";

/**
 * What is usual for each content type of each channel, as the dashboard tells it: of the 90 days that end with a period.
 * One query a channel.
 */
export async function collectNorms(
  deps: { results: Pick<PublicationResults, "since"> },
  workspaceId: string,
  channels: readonly Pick<Channel, "id" | "name">[],
  { end, now }: { end: number; now: number },
): Promise<readonly ReportNorm[]> {
  const norms = await Promise.all(
    channels.map(async ({ id, name }) => {
      const results = await deps.results.since(workspaceId, id, end - normHistoryMs, mostCompared);
      const ofPeriod = results.filter(({ publishedAt }) => publishedAt < end);
      return typeNorms(ofPeriod, now).map(({ contentType, posts, engagementRate }) => ({
        channelName: name,
        contentType,
        posts,
        engagementRate,
      }));
    }),
  );
  return norms.flat();
}
