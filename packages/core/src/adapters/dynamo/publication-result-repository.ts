import * as v from "valibot";
import { figureSchema } from "../../channels/measurement.ts";
import { contentTypes, type PublicationResults } from "../../insights/index.ts";
import { epochMsSchema } from "../../kernel/time.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { publicationResultEntity } from "./entities/insights.ts";

const resultSchema = v.object({
  publicationId: v.string(),
  publishedAt: epochMsSchema,
  contentType: v.picklist(contentTypes),
  topic: v.optional(v.string()),
  campaignId: v.optional(v.string()),
  measuredAt: epochMsSchema,
  interactions: figureSchema,
  reach: figureSchema,
});

/** What publications have had so far, the newest figures of each. */
export function publicationResultRepository(dynamo: Dynamo): PublicationResults {
  const results = publicationResultEntity(dynamo);
  return {
    put: async (workspaceId, channelId, result) => {
      await happens(() =>
        results
          .put({ workspaceId, channelId, ...result })
          .where(
            ({ measuredAt }, { notExists, lte }) => `${notExists(measuredAt)} OR ${lte(measuredAt, result.measuredAt)}`,
          )
          .go(),
      );
    },
    since: async (workspaceId, channelId, from, limit) => {
      const query = results.query.primary({ workspaceId, channelId }).gte({ publishedAt: from });
      const { data } = await query.go({ order: "desc", limit, pages: "all" });
      return data.slice(0, limit).map((item) => v.parse(resultSchema, item));
    },
  };
}
