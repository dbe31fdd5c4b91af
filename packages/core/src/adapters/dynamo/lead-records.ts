import type { Leads } from "../../leads/index.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { leadDutyEntity, leadNoteEntity, leadTouchEntity } from "./entities/lead-records.ts";

type Records = Pick<Leads, "noteDuties" | "agenda" | "addTouch" | "touchedBy" | "addNote" | "notes" | "removeNotes">;

/** What stands beside leads in the table: their duties, what brought them, notes. */
export function leadRecords(dynamo: Dynamo): Records {
  const duties = leadDutyEntity(dynamo);
  const touches = leadTouchEntity(dynamo);
  const notes = leadNoteEntity(dynamo);
  const notesOf = async (workspaceId: string, leadId: string) =>
    (await notes.query.primary({ workspaceId, leadId }).go({ pages: "all", consistent: true })).data;
  return {
    noteDuties: async ({ workspaceId, id, version, nextStep, waiting, mergedInto }) => {
      const nextStepDay = mergedInto === undefined ? nextStep?.day : undefined;
      const responseDueAt = mergedInto === undefined ? waiting?.dueAt : undefined;
      const key = { workspaceId, leadId: id };
      if (nextStepDay === undefined && responseDueAt === undefined) {
        await happens(() =>
          duties
            .remove(key)
            .where((of, { lte }) => lte(of.version, version))
            .go(),
        );
        return;
      }
      await happens(() =>
        duties
          .put({ ...key, nextStepDay, responseDueAt, version })
          .where((of, { notExists, lte }) => `${notExists(of.version)} OR ${lte(of.version, version)}`)
          .go(),
      );
    },
    agenda: async (workspaceId) => {
      const { data } = await duties.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(({ leadId, nextStepDay, responseDueAt }) => ({ leadId, nextStepDay, responseDueAt }));
    },
    addTouch: async (workspaceId, { kind, id }, { leadId, at }) => {
      await touches.put({ workspaceId, kind, broughtBy: id, leadId, at }).go();
    },
    touchedBy: async (workspaceId, { kind, id }, limit) => {
      const ids = new Set<string>();
      let cursor: string | null = null;
      do {
        const page: { data: { leadId: string }[]; cursor: string | null } = await touches.query
          .primary({ workspaceId, kind, broughtBy: id })
          .go({ cursor, limit });
        for (const { leadId } of page.data) ids.add(leadId);
        cursor = page.cursor;
      } while (cursor !== null && ids.size < limit);
      return [...ids].slice(0, limit);
    },
    addNote: async (note) => {
      await happens(() => notes.create(note).go());
    },
    notes: notesOf,
    removeNotes: async (workspaceId, leadId) => {
      for (const { at, id } of await notesOf(workspaceId, leadId)) {
        await notes.delete({ workspaceId, leadId, at, id }).go();
      }
    },
  };
}
