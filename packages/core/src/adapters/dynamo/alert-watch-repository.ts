import * as v from "valibot";
import {
  type AlertSettingsStore,
  alertSettingsSchema,
  defaultAlertSettings,
  type HourlyNorms,
  hourlyNormSchema,
  type NegativeCounts,
  type QuestionBooks,
  questionBookSchema,
} from "../../alerts/index.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import { bookStore } from "./book-store.ts";
import type { Dynamo } from "./client.ts";
import { hourlyNormEntity, negativeHourEntity } from "./entities/alerts.ts";

/** How workspaces are told of alerts. */
export const alertSettingsRepository = (dynamo: Dynamo): AlertSettingsStore =>
  bookStore(dynamo, { shelf: "alertBook", name: "settings" }, alertSettingsSchema, defaultAlertSettings);

/** The questions of workspaces' last days. */
export const questionBookRepository = (dynamo: Dynamo): QuestionBooks =>
  bookStore(dynamo, { shelf: "alertBook", name: "questions" }, questionBookSchema, { clusters: [], version: 0 });

/** Negative messages by hour: an hour is a set, so that adding needs no condition and adding again adds nothing. */
export function negativeCountRepository(dynamo: Dynamo): NegativeCounts {
  const hours = negativeHourEntity(dynamo);
  return {
    add: async (workspaceId, channelId, hour, messageId, expiresAtMs) => {
      const mark = derivedId("evt", messageId).slice(4, 16);
      const { data } = await hours
        .upsert({ workspaceId, channelId, hour, expiresAt: Math.ceil(expiresAtMs / 1000) })
        .add({ marks: [mark] })
        .go({ response: "all_new" });
      return data.marks?.length ?? 0;
    },
    read: async (workspaceId, channelId, wanted) => {
      const [first = 0, last = first] = [wanted[0], wanted.at(-1)];
      const { data } = await hours.query
        .primary({ workspaceId, channelId })
        .between({ hour: first }, { hour: last })
        .go({ pages: "all" });
      const counts = new Map(data.map(({ hour, marks = [] }) => [hour, marks.length]));
      return wanted.map((hour) => counts.get(hour) ?? 0);
    },
  };
}

/** What channels' hours usually have. */
export function hourlyNormRepository(dynamo: Dynamo): HourlyNorms {
  const norms = hourlyNormEntity(dynamo);
  return {
    get: async (workspaceId, channelId) => {
      const { data } = await norms.get({ workspaceId, channelId }).go();
      return data ? v.parse(hourlyNormSchema, data.norm) : null;
    },
    put: async (workspaceId, channelId, norm) => {
      await norms.put({ workspaceId, channelId, norm }).go();
    },
  };
}
