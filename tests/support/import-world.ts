import { createHash } from "node:crypto";
import {
  checkTable,
  type Import,
  type ImportFiles,
  type ImportMessage,
  type Imports,
  requestImport,
  runImport,
  startCheck,
  startRun,
} from "#core/exchange/index.ts";
import type { MemberActor } from "#core/kernel/actor.ts";
import type { PublicAnswer, PublicWeb } from "#core/kernel/public-web.ts";
import { unwrap } from "#core/kernel/result.ts";
import { versionedItems } from "./memory-publications.ts";
import { aChannel, member, publishingWorld } from "./publishing-world.ts";

/** A bucket in memory that hands files out in pieces of 64 KiB. */
export function memoryFiles() {
  const kept = new Map<string, Uint8Array>();
  const files: ImportFiles = {
    presignPut: async ({ key }) => `https://bucket.example/${key}`,
    head: async (key) => {
      const found = kept.get(key);
      return found ? { bytes: found.byteLength } : null;
    },
    stream: async (key) => {
      const found = kept.get(key);
      return found ? pieces(found) : null;
    },
    write: async (key, bytes) => void kept.set(key, bytes),
  };
  return { kept, files };
}

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Imports on stores in memory, with the publishing world behind them and a web of the given answers. */
export function importWorld(web: Readonly<Record<string, PublicAnswer>> = {}) {
  const world = publishingWorld();
  const { kept, files } = memoryFiles();
  const items = versionedItems<Import>();
  const imports: Imports = { ...items, list: async () => items.all() };
  const queue: ImportMessage[] = [];
  const importQueue = {
    send: async (message: ImportMessage) => void queue.push(message),
    sendAll: async () => {},
  };
  const asked: string[] = [];
  const publicWeb: PublicWeb = {
    get: async ({ url }) => {
      asked.push(url);
      return web[url] ?? { kind: "no-answer", cause: "name-not-found" };
    },
  };
  const members = {
    get: async (workspaceId: string, id: string) => ({
      id,
      workspaceId,
      email: "a@example.com",
      name: "Оля",
      role: id.replace("mem_", "") as MemberActor["role"],
      language: "uk" as const,
      createdAt: 0,
    }),
  };
  const deps = { ...world.deps, imports, objects: files, files, members, importQueue, web: publicWeb };
  world.channelItems.set("chan_1", aChannel());

  const work = (message: ImportMessage) =>
    message.kind === "import-check" ? checkTable(deps, message) : runImport(deps, message);

  /** Works the queue until it is empty; every message as often as told. */
  async function drain(times = 1) {
    for (let message = queue.shift(); message; message = queue.shift()) {
      for (let time = 0; time < times; time += 1) await work(message);
    }
  }

  /** Uploads a table and runs its dry run. */
  async function check(table: string | Uint8Array, actor = member()): Promise<Import> {
    const bytes = typeof table === "string" ? Buffer.from(table) : table;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const asking = { fileName: "plan.csv", bytes: bytes.byteLength, sha256 };
    const { item, upload } = unwrap(await requestImport(deps, actor, asking));
    if (upload) kept.set(upload.url.replace("https://bucket.example/", ""), bytes);
    unwrap(await startCheck(deps, actor, { importId: item.id }));
    await drain();
    return stored(item.id);
  }

  async function stored(importId: string): Promise<Import> {
    const found = await imports.get("ws_1", importId);
    if (!found) throw new Error(`There is no import ${importId}`);
    return found;
  }

  return {
    ...{ world, deps, queue, kept, asked, imports, check, drain, work, stored },
    run: async (importId: string, badRows: "refuse" | "skip" = "refuse", actor = member()) => {
      unwrap(await startRun(deps, actor, { importId, badRows }));
      await drain();
      return stored(importId);
    },
  };
}
