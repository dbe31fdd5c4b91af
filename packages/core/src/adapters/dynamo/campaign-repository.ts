import * as v from "valibot";
import { type Campaign, type Campaigns, campaignSchema } from "../../campaigns/index.ts";
import { noWords, type WordBooks, wordsInUseSchema } from "../../content/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { campaignEntity, wordBookEntity } from "./entities/campaigns.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): Campaign => v.parse(campaignSchema, item);

/** Campaigns in the table. */
export function campaignRepository(dynamo: Dynamo): Campaigns {
  const campaigns = campaignEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await campaigns.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    list: async (workspaceId) => {
      const { data } = await campaigns.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    create: (campaign) => happens(() => campaigns.create(parse(campaign)).go()),
    save: (campaign) =>
      savedVersion(
        campaign,
        (next) =>
          campaigns
            .put(parse(next))
            .where(({ version }, { eq }) => eq(version, campaign.version))
            .go(),
        () => get(campaign.workspaceId, campaign.id),
      ),
  };
}

/** The words in use, one item a workspace. */
export function wordBookRepository(dynamo: Dynamo): WordBooks {
  const books = wordBookEntity(dynamo);
  return {
    get: async (workspaceId) => {
      const { data } = await books.get({ workspaceId }).go();
      return data
        ? { words: v.parse(wordsInUseSchema, data.words), version: data.version }
        : { words: noWords, version: 0 };
    },
    save: (workspaceId, words, version) =>
      happens(() =>
        books
          .put({ workspaceId, words: v.parse(wordsInUseSchema, words), version: version + 1 })
          .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
          .go(),
      ),
  };
}
