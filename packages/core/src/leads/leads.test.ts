import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { type InboxRig, intakeRig } from "#tests/support/inbox.ts";
import type { FetchedLead } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { handleDelivery } from "../inbox/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { type FakeClock, fakeClock } from "../kernel/clock.ts";
import { err, ok, unwrap } from "../kernel/result.ts";
import {
  countryOfCurrency,
  createLead,
  fetchLeadDetails,
  formLeadIdOf,
  getLead,
  LeadDetailsAwaited,
  listDueLeads,
  listLeads,
  moveLead,
  normaliseEmail,
  normalisePhone,
} from "./index.ts";

let dynamo: TestDynamo;
let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => fresh());

function fresh() {
  const workspaceId = `ws_lead${workspaces++}`;
  clock = fakeClock("2026-11-20T10:00:00Z");
  rig = intakeRig(dynamo, workspaceId, clock);
  actor = { type: "member", workspaceId, memberId: "mem_1", role: "manager", language: "uk" };
}

const forms = new Map<string, Partial<FetchedLead>>();
const given = (remoteId: string, form: Partial<FetchedLead>) => {
  forms.set(remoteId, form);
  rig.platform.leads = {
    fetchLead: async (_call, id) =>
      ok({ remoteId: id, formId: "form-1", createdAt: clock.nowMs(), fields: {}, origin: {}, ...forms.get(id) }),
  };
};
const refused = (cause: ConnectorError) => {
  rig.platform.leads = { fetchLead: async () => err(cause) };
};
const announce = (remoteId: string) =>
  handleDelivery(
    rig,
    rig.delivery([{ kind: "lead", channelRemoteId: "page-1", remoteId, formId: "form-1", occurredAt: clock.nowMs() }]),
  );
const fetch = (remoteId: string) => fetchLeadDetails(rig, actor.workspaceId, formLeadIdOf("chan_1", remoteId));
const take = async (remoteId: string) => {
  await announce(remoteId);
  await fetch(remoteId);
};
const list = async () => unwrap(await listLeads(rig, actor, { limit: 50 })).items;
const due = async () => {
  const { awaited, missed } = await listDueLeads(rig);
  const here = (some: typeof awaited) => some.filter(({ workspaceId }) => workspaceId === actor.workspaceId);
  return { awaited: here(awaited), missed: here(missed) };
};
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

describe("an announced lead", () => {
  it("is listed at once with its details awaited, and once", async () => {
    await announce("l1");
    await announce("l1");
    expect(await list()).toMatchObject([{ details: "awaited", stage: "new", sources: [{ kind: "lead-form" }] }]);
    expect(rig.published.map(({ type }) => type)).toEqual(["lead.announced", "lead.announced"]);
  });

  it("gets its details once", async () => {
    given("l1", { name: "Олена", email: " Olena@Example.COM ", phone: "067 123 45 67", fields: { city: "Київ" } });
    await take("l1");
    await fetch("l1");
    await announce("l1");
    expect(await list()).toMatchObject([
      { details: "known", name: "Олена", emails: ["olena@example.com"], phones: ["+380671234567"] },
    ]);
    expect(rig.published.filter(({ type }) => type === "lead.received")).toHaveLength(1);
    expect((await due()).awaited).toEqual([]);
  });

  it("stays visible while the platform fails, is tried again, and is found by the sweep", async () => {
    await announce("l1");
    refused({ class: "transient", code: "500", message: "" });
    await expect(fetch("l1")).rejects.toThrow(LeadDetailsAwaited);
    expect(await list()).toMatchObject([{ details: "awaited", detailsCause: "transient", fetchAttempts: 1 }]);
    clock.advance(24 * 3_600_000);
    expect((await due()).awaited).toHaveLength(1);
    given("l1", { email: "a@b.ua" });
    await fetch("l1");
    expect(await list()).toMatchObject([{ details: "known" }]);
    expect((await due()).awaited).toEqual([]);
  });

  it("with a dead token marks the channel and waits without retrying at once", async () => {
    await announce("l1");
    refused({ class: "auth-expired", code: "190", message: "" });
    await fetch("l1");
    expect(rig.reconnects).toEqual(["chan_1 190"]);
    expect(await list()).toMatchObject([{ details: "awaited", detailsCause: "auth-expired" }]);
  });

  it("that the platform no longer has stays as what is known", async () => {
    await announce("l1");
    refused({ class: "not-found", code: "100/33", message: "" });
    await fetch("l1");
    expect(await list()).toMatchObject([{ details: "unavailable" }]);
  });
});

describe("one person", () => {
  it("is one lead with several sources, by e-mail and by telephone", async () => {
    given("l1", { email: "olena@example.com" });
    given("l2", { email: "OLENA@example.com", phone: "+380 67 123-45-67" });
    given("l3", { phone: "0671234567", name: "Олена" });
    for (const id of ["l1", "l2", "l3"]) {
      await take(id);
      clock.advance(1000);
    }
    const leads = await list();
    expect(leads).toHaveLength(1);
    expect(leads[0]?.sources.map(({ remoteId }) => remoteId)).toEqual(["l1", "l2", "l3"]);
    const merged = unwrap(await getLead(rig, actor, { leadId: formLeadIdOf("chan_1", "l3") }));
    expect(merged.id).toBe(leads[0]?.id);
  });

  it("is one lead for any order and any number of workers", { timeout: 60_000 }, async () => {
    const contacts = {
      a: { email: "a@x.ua" },
      b: { phone: "+380671111111" },
      c: { email: "a@x.ua", phone: "+380671111111" },
      d: { email: "d@x.ua", phone: "+380671111111" },
      e: { email: "e@x.ua" },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(["a", "b", "c", "d", "e"], { minLength: 5 }),
        fc.boolean(),
        async (order, together) => {
          fresh();
          for (const [id, form] of Object.entries(contacts)) given(id, form);
          for (const id of order) await announce(id);
          if (together) await Promise.allSettled(order.map(fetch));
          for (const id of order) await fetch(id);
          const leads = await list();
          const people = leads.map(({ sources }) =>
            sources
              .map(({ remoteId }) => remoteId)
              .sort()
              .join(""),
          );
          expect(people.sort()).toEqual(["abcd", "e"]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("who is entered by hand joins the lead that is known", async () => {
    given("l1", { email: "olena@example.com" });
    await take("l1");
    const input = { clientKey: "key-1", email: "Olena@example.com", name: "Олена П." };
    const lead = unwrap(await createLead(rig, actor, input));
    unwrap(await createLead(rig, actor, input));
    expect(lead.sources.map(({ kind }) => kind).sort()).toEqual(["lead-form", "manual"]);
    expect(await list()).toHaveLength(1);
  });
});

describe("a stage", () => {
  it("is changed with its history, against the version that the member saw", async () => {
    const lead = unwrap(await createLead(rig, actor, { clientKey: "key-1", phone: "+380501112233" }));
    const won = {
      leadId: lead.id,
      stage: "won",
      version: lead.version,
      value: { minorUnits: 50_000, currency: "UAH" },
    } as const;
    const moved = unwrap(await moveLead(rig, actor, won));
    expect(moved.stages.map(({ stage, by }) => [stage, by])).toEqual([
      ["new", "mem_1"],
      ["won", "mem_1"],
    ]);
    expect(code(await moveLead(rig, actor, won))).toBe("changed-meanwhile");
    const lost = { leadId: lead.id, stage: "lost", version: moved.version } as const;
    expect(code(await moveLead(rig, actor, lost))).toBe("lost-reason-missing");
    expect(rig.marks.at(-1)).toBe(`none ${lead.createdAt}`);
  });
});

it("counts a channel's leads in the hour they came, without those merged into older ones", async () => {
  given("l1", { email: "olena@example.com" });
  given("l2", { email: "olena@example.com" });
  const start = clock.nowMs();
  await take("l1");
  clock.advance(3_600_000);
  await take("l2");
  const between = (from: number, to: number) => rig.leads.listByChannelAndTime(actor.workspaceId, "chan_1", from, to);
  expect(await between(start, start + 3_600_000)).toHaveLength(1);
  expect(await between(start + 3_600_000, start + 7_200_000)).toEqual([]);
  expect(await rig.leads.listByChannelAndTime(actor.workspaceId, "chan_9", start, start + 1)).toEqual([]);
});

it("shows another workspace nothing", async () => {
  const lead = unwrap(await createLead(rig, actor, { clientKey: "key-1", email: "a@b.ua" }));
  const stranger: Actor = { ...actor, workspaceId: "ws_stranger" };
  expect(code(await getLead(rig, stranger, { leadId: lead.id }))).toBe("not-found");
  expect(code(await moveLead(rig, stranger, { leadId: lead.id, stage: "won", version: 1 }))).toBe("not-found");
  expect(unwrap(await listLeads(rig, stranger, { limit: 10 })).items).toEqual([]);
});

it.each([
  ["+38 (067) 123-45-67", "+380671234567"],
  ["067 123 45 67", "+380671234567"],
  ["380671234567", "+380671234567"],
  ["0048 600 100 200", "+48600100200"],
  ["67 123 45 67", "+380671234567"],
  ["8 (067) 123 45 67", "+380671234567"],
  ["8-067-123-45-67", "+380671234567"],
  ["80671234567", "+380671234567"],
  ["+8 067 123 45 67", "+380671234567"],
  ["380671234567.0", "+380671234567"],
  ["067-123-45-67 дод. 12", "+380671234567"],
  ["067 123 45 67, ext 5", "+380671234567"],
  ["12345", null],
  ["call me", null],
])("reads the telephone number %s as %s in Ukraine", (text, phone) => {
  expect(normalisePhone(text, "UA")).toBe(phone);
});

it("leaves a number without country code as digits where no country is agreed", () => {
  expect(normalisePhone("600 100 200")).toBe("600100200");
  expect(normalisePhone("600 100 200", "PL")).toBe("+48600100200");
  expect(countryOfCurrency("PLN")).toBe("PL");
  expect(countryOfCurrency("EUR")).toBeUndefined();
});

it("reads e-mail addresses whatever their case, and nothing else", () => {
  expect(normaliseEmail(" A@B.ua ")).toBe("a@b.ua");
  expect(normaliseEmail("\u200bann\u200da@b.ua\u2060")).toBe("anna@b.ua");
  expect(normaliseEmail("mailto:Anna@b.ua,")).toBe("anna@b.ua");
  expect(normaliseEmail("ａnna＠b.ua.")).toBe("anna@b.ua");
  expect(normaliseEmail("олена@приклад.укр")).toBe("олена@приклад.укр");
  for (const none of ["a@b..ua", "a@-b.ua", "a@.ua", "a@b.ua,c@d.ua", "a@b_c.ua"])
    expect(normaliseEmail(none)).toBeNull();
  expect(normaliseEmail("A.B+c@gmail.com")).toBe("a.b+c@gmail.com");
  expect(normaliseEmail("a@b")).toBeNull();
  expect(normaliseEmail("a b@c.ua")).toBeNull();
});
