import * as v from "valibot";
import { absencesSchema, type PollMarks } from "../../inbox/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { pollMarkEntity } from "./entities/inbox.ts";

/** How far lists have been compared, in the table. */
export function pollMarkRepository(dynamo: Dynamo): PollMarks {
  const marks = pollMarkEntity(dynamo);
  return {
    get: async (workspaceId, channelId, subject) => {
      const { data } = await marks.get({ workspaceId, channelId, subject }).go();
      return { knownUntil: data?.knownUntil ?? null, absences: v.parse(absencesSchema, data?.absences ?? {}) };
    },
    advance: async (workspaceId, channelId, subject, knownUntil) => {
      await happens(() =>
        marks
          .upsert({ workspaceId, channelId, subject })
          .set({ knownUntil })
          .where((mark, { notExists, lt }) => `${notExists(mark.knownUntil)} OR ${lt(mark.knownUntil, knownUntil)}`)
          .go(),
      );
    },
    noteAbsences: async (workspaceId, channelId, subject, absences) => {
      await marks
        .upsert({ workspaceId, channelId, subject })
        .set({ absences: v.parse(absencesSchema, absences) })
        .go();
    },
  };
}
