import * as v from "valibot";
import {
  type Corrections,
  correctionLineSchema,
  type Presences,
  presenceSchema,
  type ThreadNotes,
  threadNoteSchema,
} from "../../inbox/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { correctionEntity, presenceEntity, threadNoteEntity } from "./entities/inbox-team.ts";

/** Members' notes at threads. */
export function threadNoteRepository(dynamo: Dynamo): ThreadNotes {
  const notes = threadNoteEntity(dynamo);
  return {
    listByThread: async (workspaceId, threadId) => {
      const { data } = await notes.query.primary({ workspaceId, threadId }).go({ pages: "all" });
      return data.map((item) => v.parse(threadNoteSchema, item));
    },
    get: async (workspaceId, threadId, id) => {
      const { data } = await notes.get({ workspaceId, threadId, id }).go({ consistent: true });
      return data ? v.parse(threadNoteSchema, data) : null;
    },
    create: (note) => happens(() => notes.create(v.parse(threadNoteSchema, note)).go()),
    remove: async (workspaceId, threadId, id) => {
      await notes.delete({ workspaceId, threadId, id }).go();
    },
  };
}

/** Who has which thread open. */
export function presenceRepository(dynamo: Dynamo): Presences {
  const presences = presenceEntity(dynamo);
  return {
    put: async (presence) => {
      const expiresAt = Math.ceil(presence.until / 1000);
      await presences.put({ ...v.parse(presenceSchema, presence), expiresAt }).go();
    },
    remove: async (workspaceId, threadId, memberId) => {
      await presences.delete({ workspaceId, threadId, memberId }).go();
    },
    listByThread: async (workspaceId, threadId, nowMs) => {
      const { data } = await presences.query
        .primary({ workspaceId, threadId })
        .where(({ until }, { gt }) => gt(until, nowMs))
        .go({ pages: "all" });
      return data.map((item) => v.parse(presenceSchema, item));
    },
  };
}

/** What the classifier got wrong. */
export function correctionRepository(dynamo: Dynamo): Corrections {
  const lines = correctionEntity(dynamo);
  return {
    put: async (line) => {
      await lines.put(v.parse(correctionLineSchema, line)).go();
    },
    list: async (workspaceId, limit) => {
      const { data } = await lines.query.byTime({ workspaceId }).go({ order: "desc", ...atMost(limit) });
      return data.map((item) => v.parse(correctionLineSchema, item));
    },
  };
}
