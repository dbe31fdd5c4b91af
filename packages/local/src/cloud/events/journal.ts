import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";

/** What has to reach a target: everything needed to deliver it after a restart. */
export type NewDelivery = {
  targetArn: string;
  kind: "function" | "queue";
  /** The JSON text the target receives. */
  body: string;
  messageGroupId?: string | undefined;
  /** Queue that takes it when a queue target refuses it for good. */
  deadLetterArn?: string | undefined;
};

export type Delivery = NewDelivery & {
  id: number;
  /** Attempts that failed so far. */
  attempts: number;
  /** Epoch ms. */
  acceptedAt: number;
  dueAt: number;
};

/** Pending deliveries on disk: what `add` returned from survives a killed process. */
export type Journal = {
  add: (deliveries: NewDelivery[], now: number) => Delivery[];
  postpone: (id: number, attempts: number, dueAt: number) => void;
  remove: (id: number) => void;
  pending: () => Delivery[];
  close: () => void;
};

const rowSchema = v.object({
  id: v.number(),
  content: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({
      targetArn: v.string(),
      kind: v.picklist(["function", "queue"]),
      body: v.string(),
      messageGroupId: v.optional(v.string()),
      deadLetterArn: v.optional(v.string()),
    }),
  ),
  attempts: v.number(),
  accepted_at: v.number(),
  due_at: v.number(),
});

/** Opens (or creates) the journal in a folder of its own. Writes are synchronous and atomic. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "deliveries.sqlite"));
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  database.exec(`CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    accepted_at INTEGER NOT NULL, due_at INTEGER NOT NULL)`);
  const insert = database.prepare("INSERT INTO delivery (content, accepted_at, due_at) VALUES (?, ?, ?)");
  const update = database.prepare("UPDATE delivery SET attempts = ?, due_at = ? WHERE id = ?");
  const erase = database.prepare("DELETE FROM delivery WHERE id = ?");
  const select = database.prepare("SELECT * FROM delivery ORDER BY due_at, id");

  return {
    add(deliveries, now) {
      database.exec("BEGIN IMMEDIATE");
      try {
        const added = deliveries.map((delivery) => {
          const { lastInsertRowid } = insert.run(JSON.stringify(delivery), now, now);
          return { ...delivery, id: Number(lastInsertRowid), attempts: 0, acceptedAt: now, dueAt: now };
        });
        database.exec("COMMIT");
        return added;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    postpone(id, attempts, dueAt) {
      update.run(attempts, dueAt, id);
    },
    remove(id) {
      erase.run(id);
    },
    pending() {
      return select.all().map((row) => {
        const { content, id, attempts, accepted_at, due_at } = v.parse(rowSchema, row);
        return { ...content, id, attempts, acceptedAt: accepted_at, dueAt: due_at };
      });
    },
    close() {
      database.close();
    },
  };
}
