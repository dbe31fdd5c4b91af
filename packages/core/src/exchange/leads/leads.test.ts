import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { Campaign } from "../../campaigns/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../../kernel/clock.ts";
import { type Result, unwrap } from "../../kernel/result.ts";
import { aNewLead, createLead, getLeadWithNotes, type LeadForm, listLeads, receiveLead } from "../../leads/index.ts";
import type { Publication } from "../../publishing/index.ts";
import { checkLeadTable, exportLeads, importLeads, leadTemplate } from "../index.ts";

let dynamo: TestDynamo;
let rig: InboxRig & Parameters<typeof exportLeads>[0];
let clock: FakeClock;
let actor: Actor;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  const workspaceId = `ws_table${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  const base = intakeRig(dynamo, workspaceId, clock);
  rig = {
    ...base,
    channels: { ...base.channels, list: async () => [base.channel] },
    campaigns: { list: async () => [{ id: "camp_1", name: "Осінь" } as Campaign] },
    leadForms: { list: async () => [{ id: "form_1", name: "Дегустація" } as LeadForm] },
    publications: {
      getMany: async (_, ids) => ids.map((id) => ({ id, url: `https://fb.example/${id}` }) as Publication),
    },
  };
  actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" };
});

const bytes = (text: string) => new TextEncoder().encode(text);
const check = (text: string) => checkLeadTable(rig, actor, bytes(text));
const leads = async () => unwrap(await listLeads(rig, actor, { limit: 100 })).items;
const code = <T>(result: Result<T, { code: string }>) => (result.ok ? "ok" : result.error.code);
async function run(text: string): Promise<number> {
  let imported = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part: { imported: number; next?: number | undefined } = unwrap(
      await importLeads(rig, actor, { bytes: bytes(text), from }),
    );
    imported += part.imported;
    from = part.next;
  }
  return imported;
}

const table = [
  "\uFEFFІм'я;Пошта;Телефон;Етап;Сума;Валюта;Дата;Нотатка",
  "Олена;Olena@x.ua;067 123 45 67;виграно;1 200,50;;24.10.2026;Брала двічі",
  ";;;;;;;",
  '"Петро, брат";;+48 600 100 200;;;;;',
].join("\r\n");

it("names the columns that it does not read", async () => {
  const { unread, good } = unwrap(await check("Ім'я;Стадія;Улюблена кава; \nОлена;Виграно;лате;x\n"));
  expect(unread).toEqual(["Улюблена кава"]);
  expect(good).toMatchObject([{ value: { name: "Олена", stage: "won" } }]);
});

it("stores every good row once, with its day, stage, value and note, and lets nobody wait for an answer", async () => {
  expect(unwrap(await check(table))).toMatchObject({ good: [{ row: 2 }, { row: 4 }], bad: [] });
  expect(await leads()).toEqual([]);
  expect(await run(table)).toBe(2);
  expect(await run(table)).toBe(2);
  const [petro, olena] = await leads();
  expect(olena).toMatchObject({
    name: "Олена",
    emails: ["olena@x.ua"],
    phones: ["+380671234567"],
    stage: "won",
    value: { minorUnits: 120_050, currency: "UAH" },
    createdAt: Date.parse("2026-10-23T21:00:00Z"),
    sources: [{ kind: "import" }],
  });
  expect(olena?.waiting).toBeUndefined();
  expect(petro).toMatchObject({ name: "Петро, брат", phones: ["+48600100200"], createdAt: clock.nowMs() });
  const { notes } = unwrap(await getLeadWithNotes(rig, actor, { leadId: olena?.id ?? "" }));
  expect(notes.map(({ text }) => text)).toEqual(["Брала двічі"]);
});

it("joins a person who is known already", async () => {
  const known = unwrap(await createLead(rig, actor, { clientKey: "k", email: "olena@x.ua" }));
  clock.advance(1000);
  await run("email,name\nolena@x.ua,Олена\n");
  expect(await leads()).toHaveLength(1);
  expect((await leads())[0]).toMatchObject({ id: known.id, name: "Олена" });
});

it("goes on where a request ended", async () => {
  const rows = Array.from({ length: 120 }, (_, at) => `person${at}@x.ua`);
  expect(await run(`email\n${rows.join("\n")}\n`)).toBe(120);
  expect(await leads()).toHaveLength(100);
});

it("says of each bad row everything that is wrong with it", async () => {
  const { good, bad } = unwrap(
    await check(
      [
        "name,e-mail,phone,stage,value,currency,came on",
        "x,nothing,12,somewhere,much,hryvnia,2026-02-30",
        ",,,,,,",
        ",,,new,,,",
        "x,,,,,,2026-12-01",
        `${"x".repeat(201)},,,,,,`,
        "x,,,lost,,,",
      ].join("\n"),
    ),
  );
  expect(good).toEqual([]);
  expect(bad.map(({ row, problems }) => [row, problems.map(({ field, code: why }) => `${field} ${why}`)])).toEqual([
    [
      2,
      [
        "email email-malformed",
        "phone phone-malformed",
        "stage lead-stage-unknown",
        "currency currency-malformed",
        "came day-malformed",
      ],
    ],
    [4, ["name lead-empty"]],
    [5, ["came day-in-future"]],
    [6, ["name cell-too-long"]],
    [7, ["lostReason lost-reason-missing"]],
  ]);
});

it.each([
  ["", "csv-no-person-column"],
  ["name\n", "import-empty"],
  ["stage,value\nnew,1\n", "csv-no-person-column"],
  ["name,Ім'я\nx,y\n", "csv-column-twice"],
  ['name\n"x\n', "csv-broken-quotes"],
  ["PK\u0003\u0004", "csv-is-workbook"],
  [`name\n${"x\n".repeat(5001)}`, "import-too-many-rows"],
])("refuses %j whole", async (text, why) => {
  expect(code(await check(text))).toBe(why);
});

it("is for owners and managers", async () => {
  const author: Actor = { ...actor, role: "author" } as Actor;
  expect(code(await checkLeadTable(rig, author, bytes(table)))).toBe("forbidden");
  expect(code(await importLeads(rig, author, { bytes: bytes(table), from: 0 }))).toBe("forbidden");
  expect(code(await exportLeads(rig, author, "uk", { timeZone: "Europe/Kyiv" }))).toBe("forbidden");
});

it("writes a table that no spreadsheet runs and that reads back the same", async () => {
  unwrap(
    await createLead(rig, actor, { clientKey: "k", name: '=HYPERLINK("https://evil.example")', phone: "0671234567" }),
  );
  const { text } = unwrap(await exportLeads(rig, actor, "uk", { timeZone: "Europe/Kyiv" }));
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(text).toContain(`"'+380671234567"`);
  const { good, bad } = unwrap(await check(text));
  expect(bad).toEqual([]);
  expect(good[0]?.value).toMatchObject({ name: '=HYPERLINK("https://evil.example")', phones: ["+380671234567"] });
});

it("says in words where a person came from, and why one was lost", async () => {
  const at = clock.nowMs();
  const form = { id: "s1", kind: "form", at, formId: "form_1", campaignId: "camp_1", publicationId: "pub_1" } as const;
  const touched = { ...form, channelId: "chan_1", origin: { utm_source: "fb", utm_content: "a" } };
  const lead = { workspaceId: actor.workspaceId, id: "lead_1", createdAt: at, name: "Олена" };
  await receiveLead(rig, actor, aNewLead({ ...lead, sources: [touched] }, "mem_1"));
  await run("ім'я;етап;чому втрачено\nПетро;втрачено;задорого\n");
  const { text } = unwrap(await exportLeads(rig, actor, "uk", { timeZone: "Europe/Kyiv" }));
  expect(text).toContain('"власна форма","Кав\'ярня Листок","Осінь","https://fb.example/pub_1","Дегустація"');
  expect(text).toContain('"utm_source=fb; utm_content=a"');
  expect(text).toContain('"втрачено","","","2026-11-20","задорого","імпорт"');
  const { good, bad } = unwrap(await check(text));
  expect(bad).toEqual([]);
  expect(good.map(({ value }) => value.lostReason)).toContain("задорого");
  const petro = (await leads()).find(({ name }) => name === "Петро");
  expect(petro).toMatchObject({ lostReason: "задорого", stages: [{ stage: "lost", reason: "задорого" }] });
});

it.each(["uk", "en"] as const)("has a template in %s that is itself right", async (language) => {
  expect(unwrap(await check(leadTemplate(language, { currency: "UAH", day: "2026-11-20" }))).good).toHaveLength(1);
});
