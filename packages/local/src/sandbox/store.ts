import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Documents of one kind, in the order in which they were first put. */
export interface Collection<Document extends { readonly id: string }> {
  get(id: string): Document | undefined;
  /** Puts a document, or replaces the one of the same id in its place. */
  put(document: Document): Document;
  remove(id: string): void;
  list(where?: (document: Document) => boolean): Document[];
  /** Those whose ids begin with this; reads no others. */
  under(prefix: string): Document[];
}

/** What the sandbox remembers: a SQLite file in its folder, every change written before the call returns. */
export interface Store {
  collection<Document extends { readonly id: string }>(name: string): Collection<Document>;
  /** The next number of a series that starts at 1 and never repeats. */
  next(series: string): number;
  close(): void;
}

/** Opens or makes the store in a folder. Write-ahead logging: what was put survives a killed process. */
export function openStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, "sandbox.sqlite"));
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS documents (
      position INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
      UNIQUE (kind, id)
    );
    CREATE TABLE IF NOT EXISTS series (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  `);
  const select = db.prepare("SELECT body FROM documents WHERE kind = ? AND id = ?");
  const selectAll = db.prepare("SELECT body FROM documents WHERE kind = ? ORDER BY position");
  const selectUnder = db.prepare("SELECT body FROM documents WHERE kind = ? AND id >= ? AND id < ? ORDER BY position");
  const upsert = db.prepare(
    "INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
  );
  const remove = db.prepare("DELETE FROM documents WHERE kind = ? AND id = ?");
  const increment = db.prepare(
    "INSERT INTO series (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
  );

  return {
    collection: <Document extends { readonly id: string }>(kind: string): Collection<Document> => {
      const read = (row: unknown) => JSON.parse((row as { body: string }).body) as Document;
      return {
        get: (id) => {
          const row = select.get(kind, id);
          return row ? read(row) : undefined;
        },
        put: (document) => {
          upsert.run(kind, document.id, JSON.stringify(document));
          return document;
        },
        remove: (id) => {
          remove.run(kind, id);
        },
        list: (where = () => true) => selectAll.all(kind).map(read).filter(where),
        under: (prefix) => selectUnder.all(kind, prefix, `${prefix}\u{10ffff}`).map(read),
      };
    },
    next: (series) => (increment.get(series) as { value: number }).value,
    close: () => db.close(),
  };
}
