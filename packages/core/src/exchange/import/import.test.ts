import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { failureText } from "#core/i18n/failures.ts";
import { invalid } from "#core/kernel/failure.ts";
import { unwrap } from "#core/kernel/result.ts";
import { importWorld } from "#tests/support/import-world.ts";
import { aChannel, anAsset, member } from "#tests/support/publishing-world.ts";
import { problemTable } from "./problem-table.ts";
import { importProblems } from "./read-import.ts";
import { requestImport } from "./request-import.ts";
import { startRun } from "./start-run.ts";

const heading = "дата,час,канали,текст,статус";
const table = (...rows: string[]) => [heading, ...rows, ""].join("\r\n");
const good = "01.12.2026,10:00,Листок,Осіннє меню,заплановано";
const draft = ",,Листок,Колись,чернетка";

const problemsOf = async (world: ReturnType<typeof importWorld>, importId: string) =>
  unwrap(await importProblems(world.deps, member(), { importId, after: 0 })).rows.map(({ row, problems }) => [
    row,
    ...problems.map(({ field, code }) => `${field}: ${code}`),
  ]);

describe("the dry run", () => {
  it("lists every bad row by its number, with column and cause, and makes nothing", async () => {
    const world = importWorld();
    const item = await world.check(
      table(
        good,
        "31.02.2026,25:00,Листок,Немає такого дня,",
        "",
        "2026-12-02,9:30,Сад,Немає каналу,scheduled",
        "2020-01-01,10:00,Листок,Минуло,",
        '2026-12-02,10:00,Листок,"Рядок\nз переносом",published',
        draft,
        "2026-12-02,10:00,Листок,,",
      ),
    );
    expect(item).toMatchObject({ state: "checked", check: { rows: 7, bad: 5, scheduled: 1 } });
    expect(await problemsOf(world, item.id)).toEqual([
      [3, "date: csv-date-unreadable", "time: csv-time-unreadable"],
      [5, "channels: csv-channel-unknown"],
      [6, "date: due-in-past"],
      [7, "status: csv-status-unknown"],
      [9, "text: csv-row-without-content"],
    ]);
    expect(world.world.posts.all()).toEqual([]);
    expect(world.world.publications.all()).toEqual([]);
  });

  it("says each problem and its cure in both languages", async () => {
    const reporting = ["./plan-row.ts", "./row-parts.ts"].map((file) =>
      readFileSync(new URL(file, import.meta.url), "utf8"),
    );
    const codes = [
      ...reporting.join("").matchAll(/report\([^,]+, "([a-z-]+)"/g),
      ...readFileSync(new URL("../errors.ts", import.meta.url), "utf8").matchAll(/\("((?:import|export)-[a-z-]+)"/g),
    ].map(([, code = ""]) => code);
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) {
      for (const language of ["uk", "en"] as const) {
        expect(failureText(language, invalid(code)).cure ?? code, code).toMatch(/\.$/);
      }
    }
  });

  it("asks a platform's rules of what is to be scheduled, and leaves drafts unfinished", async () => {
    const world = importWorld();
    const long = "а".repeat(6000);
    const item = await world.check(table(`2026-12-01,10:00,Листок,${long},`, `,,Листок,${long},чернетка`));
    expect(await problemsOf(world, item.id)).toEqual([[2, "text: text-too-long"]]);
  });

  it.each([
    ["no text column", "дата,час\r\n1,2\r\n", "csv-no-text-column"],
    ["a column that stands twice", "текст,text\r\n1,2\r\n", "csv-column-twice"],
    ["only a heading", `${heading}\r\n`, "import-empty"],
    ["nothing", " ", "csv-no-text-column"],
    ["a quotation mark that never closes", table(good, '"oops'), "csv-broken-quotes"],
    ["Western text in one byte", Buffer.from("text\nMüller Café\n", "latin1"), "csv-encoding-unknown"],
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "csv-is-workbook"],
  ])("refuses a file with %s as a whole", async (_, content, code) => {
    const item = await importWorld().check(content);
    expect(item).toMatchObject({ state: "failed", failure: { code } });
  });

  it("takes other separators, any order, unknown columns and windows-1251", async () => {
    const world = importWorld();
    const text = "текст;Ціль;Канал\r\nЇжа й ґанок;осінь;листок\r\n";
    const decoder = new TextDecoder("windows-1251");
    const codes = new Map([...Array(256).keys()].map((code) => [decoder.decode(Uint8Array.of(code)), code]));
    const item = await world.check(Uint8Array.from([...text].map((char) => codes.get(char) ?? 63)));
    expect(item.check).toMatchObject({ rows: 1, bad: 0, encoding: "windows-1251", ignoredColumns: ["Ціль"] });
    await world.run(item.id);
    expect(world.world.posts.all()).toMatchObject([{ base: { text: "Їжа й ґанок" }, channelIds: ["chan_1"] }]);
  });

  it("asks for the platform where channels share a name, and lets no author schedule", async () => {
    const world = importWorld();
    world.world.channelItems.set("chan_2", aChannel({ id: "chan_2", platform: "other" }));
    const rows = table(good, ",,Листок (other),Один,", draft.replace("Листок", "chan_1"));
    const item = await world.check(rows, member("author"));
    expect(await problemsOf(world, item.id)).toEqual([
      [2, "status: csv-scheduling-not-yours", "channels: csv-channel-ambiguous"],
    ]);
  });

  it("refuses what is too large before it is uploaded, and a file that is not the announced one", async () => {
    const world = importWorld();
    const sha256 = "0".repeat(64);
    const large = await requestImport(world.deps, member(), { fileName: "a.csv", bytes: 10_000_001, sha256 });
    expect(large).toMatchObject({ ok: false, error: { code: "import-too-large" } });
    const item = await world.check(table(draft));
    world.kept.set(`imports/ws_1/${item.id}/table.csv`, Buffer.from(table(draft).replace("Колись", "Завтра")));
    await world.imports.save({ ...item, state: "checking" });
    await world.work({ kind: "import-check", workspaceId: "ws_1", importId: item.id });
    expect(await world.stored(item.id)).toMatchObject({ state: "failed", failure: { code: "import-file-differs" } });
  });
});

describe("importing", () => {
  it("imports nothing of a file with a bad row, unless that is chosen", async () => {
    const world = importWorld();
    const item = await world.check(table(good, "x,10:00,Листок,Погана дата,", draft));
    const refused = await startRun(world.deps, member(), { importId: item.id, badRows: "refuse" });
    expect(refused).toMatchObject({ ok: false, error: { code: "import-has-bad-rows", params: { count: 1 } } });
    expect(world.queue).toEqual([]);
    expect(world.world.posts.all()).toEqual([]);

    const done = await world.run(item.id, "skip");
    expect(done).toMatchObject({ state: "done", run: { next: 3, imported: 2, scheduled: 1, failed: 0 } });
    expect(world.world.posts.all().map(({ state, base }) => [state, base.text])).toEqual([
      ["scheduled", "Осіннє меню"],
      ["draft", "Колись"],
    ]);
    const [publication] = world.world.publications.all();
    expect(publication).toMatchObject({ dueAt: Date.parse("2026-12-01T08:00:00Z"), timeZone: "Europe/Kyiv" });
  });

  it("keeps a draft's date in its notes, in the member's language", async () => {
    const world = importWorld();
    const item = await world.check(table("01.12.2026,10:00,Листок,Колись,чернетка"));
    await world.run(item.id);
    expect(world.world.posts.all()[0]?.notes).toBe("Планували опублікувати 01.12.2026 о 10:00 (Europe/Kyiv).");
  });

  it("makes each post once, though every message comes three times and the file is uploaded again", async () => {
    const world = importWorld();
    const rows = table(...Array.from({ length: 250 }, (_, index) => `,,Листок,Допис ${index},`), good);
    const item = await world.check(rows);
    unwrap(await startRun(world.deps, member(), { importId: item.id, badRows: "refuse" }));
    await world.drain(3);
    const done = await world.stored(item.id);
    expect(done).toMatchObject({ state: "done", run: { next: 251, imported: 251, scheduled: 1 } });
    const before = world.world.posts.all();
    expect(new Set(before.map(({ base }) => base.text)).size).toBe(251);

    const again = unwrap(
      await requestImport(world.deps, member(), { fileName: "other.csv", bytes: item.bytes, sha256: item.sha256 }),
    );
    expect(again).toEqual({ item: done });
    expect(unwrap(await startRun(world.deps, member(), { importId: item.id, badRows: "skip" }))).toEqual(done);
    await world.drain();
    expect(world.world.posts.all()).toEqual(before);
  });

  it("makes no post twice when a worker died after making them and before counting", async () => {
    const world = importWorld();
    const rows = Array.from({ length: 8 }, (_, index) => `,,Листок,Допис ${index},`);
    const item = await world.check(table(good, ...rows));
    unwrap(await startRun(world.deps, member(), { importId: item.id, badRows: "refuse" }));
    const [message] = world.queue.splice(0);
    if (!message) throw new Error("no message");
    const { imports } = world.deps;
    world.deps.imports = { ...imports, save: () => Promise.reject(new Error("killed")) };
    await expect(world.work(message)).rejects.toThrow("killed");
    expect(world.world.posts.all()).toHaveLength(9);
    world.deps.imports = imports;
    await world.work(message);
    expect(await world.stored(item.id)).toMatchObject({ state: "done", run: { imported: 9, scheduled: 1 } });
    expect(world.world.posts.all()).toHaveLength(9);
    expect(world.world.publications.all()).toHaveLength(1);
  });

  it.each([
    ["noting that it began", false, "checked", 0],
    ["sending the first message", true, "done", 2],
  ] as const)("is begun whole or not at all when the request died while %s", async (_, isSaved, state, posts) => {
    const world = importWorld();
    const item = await world.check(table(good, ",,Листок,Допис 1,"));
    const { imports, importQueue } = world.deps;
    const died = () => Promise.reject(new Error("died"));
    const sent: number[] = [];
    const send: typeof importQueue.send = async (message) => (sent.push(1) > 1 ? died() : importQueue.send(message));
    const dead = {
      ...world.deps,
      importQueue: { ...importQueue, send },
      imports: isSaved ? imports : { ...imports, save: died },
    };
    await expect(startRun(dead, member(), { importId: item.id, badRows: "refuse" })).rejects.toThrow("died");
    await world.drain(2);
    expect((await world.stored(item.id)).state).toBe(state);
    expect(world.world.posts.all()).toHaveLength(posts);
  });

  it("goes on where a worker died between counting and sending the next message", async () => {
    const world = importWorld();
    const item = await world.check(table(...Array.from({ length: 150 }, (_, index) => `,,Листок,Допис ${index},`)));
    unwrap(await startRun(world.deps, member(), { importId: item.id, badRows: "refuse" }));
    const [first] = world.queue.splice(0);
    if (!first) throw new Error("no message");
    await world.work(first);
    expect(world.queue.splice(0)).toMatchObject([{ from: 100 }]);
    await world.work(first);
    await world.drain();
    expect(await world.stored(item.id)).toMatchObject({ state: "done", run: { imported: 150 } });
  });

  it("uses files of the library by name or id, and fetches those behind addresses once", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const address = "https://cdn.example/menu.png";
    const world = importWorld({ [address]: { kind: "answer", status: 200, headers: {}, body: png, url: address } });
    await world.world.assets.create(anAsset());
    const item = await world.check(
      [
        "text,media,alt text",
        "One,menu.png,",
        "Two,photo of ours <asset_1>,",
        `Three,${address},A menu`,
        `Four,${address},A menu`,
        "Five,https://gone.example/a.png,",
        "Six,http://plain.example/a.png,",
        "Seven,https://127.0.0.1/a.png,",
        "Eight,unknown.png,",
      ].join("\n"),
    );
    expect(await problemsOf(world, item.id)).toEqual([
      [7, "media: web-address-not-https"],
      [8, "media: web-address-not-public"],
      [9, "media: csv-file-unknown"],
    ]);
    expect(world.asked).toEqual([]);
    const done = await world.run(item.id, "skip");
    expect(done.run).toMatchObject({ imported: 4, failed: 1 });
    const media = world.world.posts.all().map(({ base }) => base.mediaIds);
    expect(media.slice(0, 2)).toEqual([["asset_1"], ["asset_1"]]);
    expect(media[2]).toEqual(media[3]);
    const fetched = world.world.assets.all().find(({ id }) => id !== "asset_1");
    expect(fetched).toMatchObject({ altText: "A menu", fileName: "menu.png", contentType: "image/png", width: 1 });
    expect(await problemsOf(world, item.id)).toContainEqual([6, "media: web-no-answer-name-not-found"]);
  });

  it("reports bad rows as a table that is itself imported, once corrected", async () => {
    const world = importWorld();
    const item = await world.check(table(good, "31.02.2026,10:00,Листок,=Погана дата,", draft));
    await world.run(item.id, "skip");
    const page = unwrap(await importProblems(world.deps, member(), { importId: item.id, after: 0 }));
    const report = problemTable("uk", page, true);
    expect(report).toContain('"Рядок","Що не так","дата","час","канали","текст","статус"\r\n"3","Дата: ');
    expect(report).toContain(`"'=Погана дата"`);
    const corrected = await world.check(report.replaceAll("31.02.2026", "28.02.2027"));
    expect(corrected.check).toMatchObject({ rows: 1, bad: 0, scheduled: 1, ignoredColumns: [] });
    await world.run(corrected.id);
    expect(world.world.posts.all().map(({ base }) => base.text)).toEqual(["Осіннє меню", "Колись", "=Погана дата"]);
  });

  it("keeps a post that could not be scheduled after all, and says why", async () => {
    const world = importWorld();
    const item = await world.check(table(good));
    world.world.clock.set("2026-12-01T09:00:00Z");
    const done = await world.run(item.id);
    expect(done.run).toMatchObject({ imported: 1, scheduled: 0, failed: 1 });
    expect(world.world.posts.all()).toMatchObject([{ state: "approved" }]);
    expect(await problemsOf(world, item.id)).toEqual([[2, "date: csv-made-unscheduled", "undefined: due-in-past"]]);
  });
});
