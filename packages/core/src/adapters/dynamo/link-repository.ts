import * as v from "valibot";
import { defaultLinkSettings, type LinkSettingsStore, linkSettingsSchema } from "../../links/index.ts";
import { type Clicks, type ShortLinks, shortLinkSchema } from "../../short-links/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { clickDayEntity, linkSettingsEntity, shortLinkEntity } from "./entities/links.ts";

/** How workspaces' links go out. */
export function linkSettingsRepository(dynamo: Dynamo): LinkSettingsStore {
  const stored = linkSettingsEntity(dynamo);
  return {
    get: async (workspaceId) => {
      const { data } = await stored.get({ workspaceId }).go();
      return data
        ? { settings: v.parse(linkSettingsSchema, data.settings), version: data.version }
        : { settings: defaultLinkSettings, version: 0 };
    },
    save: (workspaceId, settings, version) =>
      happens(() =>
        stored
          .put({ workspaceId, settings: v.parse(linkSettingsSchema, settings), version: version + 1 })
          .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
          .go(),
      ),
  };
}

/** Short links by their code. */
export function shortLinkRepository(dynamo: Dynamo): ShortLinks {
  const links = shortLinkEntity(dynamo);
  return {
    create: (link) => happens(() => links.create(v.parse(shortLinkSchema, link)).go()),
    get: async (code) => {
      const { data } = await links.get({ code }).go();
      return data ? v.parse(shortLinkSchema, data) : null;
    },
  };
}

/** Clicks by publication and day. Nothing is known of who clicked. */
export function clickRepository(dynamo: Dynamo): Clicks {
  const days = clickDayEntity(dynamo);
  return {
    add: async (workspaceId, publicationId, day) => {
      await days.upsert({ workspaceId, publicationId, day }).add({ clicks: 1 }).go();
    },
    ofPublication: async (workspaceId, publicationId) => {
      const { data } = await days.query.primary({ workspaceId, publicationId }).go({ pages: "all" });
      return data.map(({ day, clicks = 0 }) => ({ day, clicks }));
    },
  };
}
