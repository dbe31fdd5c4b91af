import { beforeEach, describe, expect, it } from "vitest";
import { comment, type InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach } from "#tests/support/intake-rig.ts";
import { handleDelivery, threadIdOf } from "../inbox/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  addLeadNote,
  broughtBy,
  createLead,
  editLead,
  eraseLead,
  exportLead,
  getLead,
  getLeadWithNotes,
  type Lead,
  leadFromThread,
  listDueLeads,
  listLeads,
  moveLead,
  noteReplyInThread,
  noteResponse,
  planNextStep,
  readAgenda,
  tellMissedResponse,
  touchesOf,
} from "./index.ts";

const hour = 3_600_000;
const hryvnias = (minorUnits: number) => ({ minorUnits, currency: "UAH" });

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});

let keys = 0;
const entered = async (input: { name?: string; email?: string; phone?: string; answered?: boolean } = {}) =>
  unwrap(await createLead(rig, actor, { clientKey: `key-${keys++}`, name: "Олена", ...input }));
const latest = async ({ id }: Pick<Lead, "id">) => unwrap(await getLead(rig, actor, { leadId: id }));
const of = ({ id, version }: Lead) => ({ leadId: id, version });
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const agenda = async () => unwrap(await readAgenda(rig, actor, { timeZone: "Europe/Kyiv" }));
const missed = async () =>
  (await listDueLeads(rig)).missed.filter(({ workspaceId }) => workspaceId === actor.workspaceId);

describe("a first response", () => {
  it("is due after four business hours, which a night interrupts", async () => {
    clock.set("2026-11-20T17:00:00Z");
    const lead = await entered();
    expect(lead.waiting).toEqual({ since: clock.nowMs(), dueAt: Date.parse("2026-11-21T09:00:00Z") });
    expect((await agenda()).waiting).toMatchObject([{ id: lead.id }]);
  });

  it("that was missed is told once, and once it is given nobody waits", async () => {
    const lead = await entered();
    clock.advance(4 * hour - 1);
    expect(await missed()).toEqual([]);
    clock.advance(1);
    const [due] = await missed();
    expect(due).toEqual({ workspaceId: actor.workspaceId, leadId: lead.id });
    for (let time = 0; time < 2; time++)
      await tellMissedResponse(rig, { workspaceId: actor.workspaceId, leadId: lead.id });
    const told = rig.published.filter(({ type }) => type === "lead.response-missed");
    expect(told).toMatchObject([{ data: { leadId: lead.id, dueAt: clock.nowMs() } }]);
    expect(await missed()).toEqual([]);
    expect((await agenda()).waiting).toHaveLength(1);
    const answered = unwrap(await noteResponse(rig, actor, of(await latest(lead))));
    expect(answered.firstResponse).toEqual({ at: clock.nowMs(), by: "mem_1" });
    expect(answered.waiting).toBeUndefined();
    expect(rig.published.at(-1)).toMatchObject({ type: "lead.answered", data: { leadId: lead.id } });
    expect((await agenda()).waiting).toEqual([]);
  });

  it("is not told of as missed when it was given before the sweep came", async () => {
    const lead = await entered();
    clock.advance(5 * hour);
    unwrap(await moveLead(rig, actor, { ...of(lead), stage: "qualified" }));
    await tellMissedResponse(rig, { workspaceId: actor.workspaceId, leadId: lead.id });
    expect(rig.published.map(({ type }) => type)).not.toContain("lead.response-missed");
  });

  it("is awaited again by a person who was answered before and comes back", async () => {
    const lead = await entered({ email: "olena@x.ua", answered: true });
    expect(lead.waiting).toBeUndefined();
    clock.advance(24 * hour);
    const again = await entered({ email: "OLENA@x.ua" });
    expect(again.id).toBe(lead.id);
    expect(again.waiting?.since).toBe(clock.nowMs());
    expect(again.firstResponse?.at).toBe(lead.createdAt);
  });
});

describe("a next step", () => {
  it("is on the agenda from its day on, until it is done", async () => {
    const lead = await entered({ answered: true });
    const nextStep = { text: "Зателефонувати", day: "2026-11-21" };
    const planned = unwrap(await planNextStep(rig, actor, { ...of(lead), nextStep, done: false }));
    expect((await agenda()).steps).toEqual([]);
    clock.set("2026-11-20T22:00:00Z");
    expect((await agenda()).steps).toMatchObject([{ id: lead.id, nextStep }]);
    const done = unwrap(await planNextStep(rig, actor, { ...of(planned), nextStep: null, done: true }));
    expect((await agenda()).steps).toEqual([]);
    expect(done.history.map((entry) => entry.kind === "next-step" && [entry.text, entry.done])).toEqual([
      ["Зателефонувати", false],
      ["Зателефонувати", true],
    ]);
  });

  it("is on a day to come and not beyond all plans; one that has passed is only kept", async () => {
    const lead = await entered();
    const choose = (of: { leadId: string; version: number }, day: string, text = "Зателефонувати") =>
      planNextStep(rig, actor, { ...of, nextStep: { text, day }, done: false });
    for (const day of ["2020-01-01", "2026-11-18", "2099-01-01"]) {
      expect(await choose(of(lead), day)).toMatchObject({ error: { code: "next-step-not-ahead", field: "nextStep" } });
    }
    const planned = unwrap(await choose(of(lead), "2026-11-21"));
    clock.advance(7 * 24 * hour);
    const kept = unwrap(await choose(of(planned), "2026-11-21", "Написати"));
    expect(kept.nextStep).toEqual({ text: "Написати", day: "2026-11-21" });
  });

  it("of a lost lead is not to be done any more", async () => {
    const lead = await entered();
    const nextStep = { text: "Зателефонувати", day: "2026-11-20" };
    const planned = unwrap(await planNextStep(rig, actor, { ...of(lead), nextStep, done: false }));
    unwrap(await moveLead(rig, actor, { ...of(planned), stage: "lost", lostReason: "Дорого" }));
    expect(await agenda()).toEqual({ waiting: [], steps: [] });
  });
});

describe("a change", () => {
  it("is in the history with who and when, and a note is kept beside it", async () => {
    const lead = await entered({ email: "olena@x.ua" });
    const value = hryvnias(120_000);
    const change = { name: "Олена П.", phones: ["067 123 45 67"], ownerId: "mem_1", value };
    const edited = unwrap(await editLead(rig, actor, { ...of(lead), ...change }));
    expect(edited).toMatchObject({ ownerId: "mem_1", value, phones: ["+380671234567"], emails: ["olena@x.ua"] });
    expect(edited.history.map(({ kind, by }) => [kind, by])).toEqual([
      ["contact", "mem_1"],
      ["owner", "mem_1"],
      ["value", "mem_1"],
    ]);
    unwrap(await addLeadNote(rig, actor, { leadId: lead.id, text: "Хоче знижку" }));
    expect(unwrap(await getLeadWithNotes(rig, actor, { leadId: lead.id })).notes).toMatchObject([
      { text: "Хоче знижку", by: "mem_1" },
    ]);
  });

  it("is refused on an older version, for an owner who is no member, by whoever may only read", async () => {
    const lead = await entered();
    expect(code(await editLead(rig, actor, { ...of(lead), version: 1, name: "Ні" }))).toBe("changed-meanwhile");
    expect(code(await editLead(rig, actor, { ...of(lead), ownerId: "mem_9" }))).toBe("owner-unknown");
    expect(code(await editLead(rig, actor, { ...of(lead), emails: ["ні"] }))).toBe("email-malformed");
    const viewer: Actor = { ...actor, role: "viewer" } as Actor;
    expect(code(await editLead(rig, viewer, { ...of(lead), name: "Ні" }))).toBe("forbidden");
    expect(code(await eraseLead(rig, viewer, { leadId: lead.id }))).toBe("forbidden");
  });

  it("of an address to somebody else's makes one lead of two, with both histories and notes", async () => {
    const first = await entered({ email: "olena@x.ua" });
    unwrap(await addLeadNote(rig, actor, { leadId: first.id, text: "перша" }));
    clock.advance(hour);
    const second = await entered({ phone: "0671234567", name: "О. Петренко" });
    unwrap(await addLeadNote(rig, actor, { leadId: second.id, text: "друга" }));
    const moved = unwrap(await moveLead(rig, actor, { ...of(second), stage: "appointment" }));
    const one = unwrap(await editLead(rig, actor, { ...of(moved), emails: ["olena@x.ua"] }));
    expect(one).toMatchObject({ id: first.id, stage: "appointment", phones: ["+380671234567"] });
    expect(one.history.map(({ kind }) => kind)).toEqual(["contact", "merged"]);
    const { notes } = unwrap(await getLeadWithNotes(rig, actor, { leadId: second.id }));
    expect(notes.map(({ text }) => text)).toEqual(["перша", "друга"]);
    expect(await rig.leads.get(actor.workspaceId, second.id)).toMatchObject({ phones: [], mergedInto: first.id });
  });

  it("that takes an address away lets another lead have it", async () => {
    const lead = await entered({ email: "office@x.ua" });
    unwrap(await editLead(rig, actor, { ...of(lead), emails: [] }));
    expect((await entered({ email: "office@x.ua" })).id).not.toBe(lead.id);
  });
});

describe("stages", () => {
  it("are lists of their own, and all together, page by page in the order of time", async () => {
    const ids: string[] = [];
    for (const stage of ["new", "qualified", "new", "won"] as const) {
      const lead = await entered({ phone: `067123450${ids.length}` });
      clock.advance(1000);
      if (stage !== "new") unwrap(await moveLead(rig, actor, { ...of(lead), stage }));
      ids.unshift(lead.id);
    }
    const page = async (input: { limit: number; stage?: "new"; cursor?: string }) =>
      unwrap(await listLeads(rig, actor, input));
    const first = await page({ limit: 3 });
    const second = await page({ limit: 3, cursor: first.cursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.cursor).toBeUndefined();
    expect((await page({ limit: 10, stage: "new" })).items.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    expect(code(await listLeads(rig, actor, { limit: 3, stage: "new", cursor: first.cursor }))).toBe("invalid-cursor");
  });

  it("begin anew for a person who comes back after they were lost", async () => {
    const lead = await entered({ email: "olena@x.ua" });
    unwrap(await moveLead(rig, actor, { ...of(lead), stage: "lost", lostReason: "Передумала" }));
    clock.advance(hour);
    expect(await entered({ email: "olena@x.ua" })).toMatchObject({ id: lead.id, stage: "new" });
    expect((await latest(lead)).stages.map(({ stage }) => stage)).toEqual(["new", "lost", "new"]);
  });
});

describe("a lead from a conversation", () => {
  const threadId = threadIdOf("chan_1", "c1");
  const origins = {
    leadThreads: { get: (workspaceId: string, id: string) => rig.threads.get(workspaceId, id) },
    provenances: { ofPost: async () => ({ publicationId: "pub_1", postId: "post_1", campaignId: "camp_1" }) },
  };
  const fromThread = async () => unwrap(await leadFromThread({ ...rig, ...origins }, actor, { threadId }));
  beforeEach(() => handleDelivery(rig, rig.delivery([comment({ occurredAt: clock.nowMs() })])));

  it("is one, knows the person and the publication they commented on", async () => {
    const lead = await fromThread();
    expect((await fromThread()).id).toBe(lead.id);
    expect(lead).toMatchObject({ name: "Олена", profiles: ["testbook:person-1"], channelId: "chan_1" });
    expect(lead.sources).toMatchObject([{ kind: "thread", threadId, publicationId: "pub_1", campaignId: "camp_1" }]);
    expect(rig.published.filter(({ type }) => type === "lead.received")).toHaveLength(1);
  });

  it("has been answered when the reply has gone out", async () => {
    const lead = await fromThread();
    expect(lead.waiting).toBeDefined();
    const at = clock.nowMs() + 1000;
    await noteReplyInThread(rig, { workspaceId: actor.workspaceId, threadId, at, by: "mem_1" });
    const answered = await latest(lead);
    expect([answered.waiting, answered.firstResponse]).toEqual([undefined, { at, by: "mem_1" }]);
    expect(rig.published.at(-1)).toMatchObject({ type: "lead.answered", data: { leadId: lead.id } });
  });

  it.each(["noteDuties", "publish"])("is told of as answered although the worker died in %s", async (place) => {
    const lead = await fromThread();
    const reply = { workspaceId: actor.workspaceId, threadId, at: clock.nowMs() + 1000, by: "mem_1" };
    const die = async () => {
      throw new Error("died");
    };
    const dead =
      place === "publish" ? { ...rig, events: { publish: die } } : { ...rig, leads: { ...rig.leads, noteDuties: die } };
    await expect(noteReplyInThread(dead, reply)).rejects.toThrow("died");
    expect((await latest(lead)).waiting).toBeUndefined();
    const told = () => rig.published.filter(({ type }) => type === "lead.answered");
    expect(told()).toEqual([]);
    await noteReplyInThread(rig, reply);
    await noteReplyInThread(rig, reply);
    expect(told()).toHaveLength(2);
    expect(new Set(told().map(({ id }) => id)).size).toBe(1);
    await noteReplyInThread(rig, { ...reply, at: reply.at + 1 });
    expect(told()).toHaveLength(2);
  });

  it("counts for the publication and the campaign, by first and by last touch", async () => {
    const lead = await fromThread();
    clock.advance(hour);
    const joined = unwrap(await editLead(rig, actor, { ...of(lead), emails: ["olena@x.ua"] }));
    clock.advance(hour);
    const person = await entered({ email: "olena@x.ua" });
    expect(person.id).toBe(joined.id);
    expect(touchesOf(person)).toMatchObject({ first: { kind: "thread" }, last: { kind: "manual" } });
    unwrap(await moveLead(rig, actor, { ...of(person), stage: "won", value: hryvnias(70_000) }));
    const by = unwrap(await broughtBy(rig, actor, { kind: "campaign", id: "camp_1" }));
    expect(by).toMatchObject({ first: { leads: 1, won: 1, wonValue: [hryvnias(70_000)] }, last: { leads: 0 } });
    expect(unwrap(await broughtBy(rig, actor, { kind: "publication", id: "pub_1" })).leads).toHaveLength(1);
    const stranger: Actor = { ...actor, workspaceId: "ws_stranger" };
    expect(unwrap(await broughtBy(rig, stranger, { kind: "publication", id: "pub_1" })).leads).toEqual([]);
  });
});

describe("a person's data", () => {
  it("is given out whole, and erased whole; what is counted stays", async () => {
    const lead = await entered({ email: "olena@x.ua", phone: "0671234567" });
    unwrap(await addLeadNote(rig, actor, { leadId: lead.id, text: "Хоче знижку" }));
    const nextStep = { text: "Зателефонувати Олені", day: "2026-11-21" };
    const planned = unwrap(await planNextStep(rig, actor, { ...of(lead), nextStep, done: false }));
    unwrap(await moveLead(rig, actor, { ...of(planned), stage: "won", value: hryvnias(70_000) }));
    const given = JSON.stringify(unwrap(await exportLead(rig, actor, { leadId: lead.id })));
    for (const known of ["Олена", "olena@x.ua", "+380671234567", "Хоче знижку", "Олені"])
      expect(given).toContain(known);

    const erased = unwrap(await eraseLead(rig, actor, { leadId: lead.id }));
    expect(erased).toMatchObject({ stage: "won", value: hryvnias(70_000), erasedAt: clock.nowMs() });
    const kept = JSON.stringify(unwrap(await exportLead(rig, actor, { leadId: lead.id })));
    for (const gone of ["Олена", "olena@x.ua", "+380671234567", "Хоче знижку", "Олені"])
      expect(kept).not.toContain(gone);
    const hourOf = await rig.leads.listByChannelAndTime(actor.workspaceId, "none", lead.createdAt, lead.createdAt + 1);
    expect(hourOf).toMatchObject([{ id: lead.id, stage: "won" }]);
    expect(code(await editLead(rig, actor, { ...of(erased), name: "Олена" }))).toBe("lead-erased");
    expect(await agenda()).toEqual({ waiting: [], steps: [] });
  });

  it("that was erased does not recognise anybody any more", async () => {
    const lead = await entered({ email: "olena@x.ua" });
    unwrap(await eraseLead(rig, actor, { leadId: lead.id }));
    expect((await entered({ email: "olena@x.ua" })).id).not.toBe(lead.id);
  });
});

it("heals an arrival that broke off after the lead was stored", async () => {
  const broken = { ...rig, events: { publish: () => Promise.reject(new Error("the bus is away")) } };
  const input = { clientKey: "healed", email: "olena@x.ua" };
  await expect(createLead(broken, actor, input)).rejects.toThrow("the bus is away");
  clock.advance(5 * 60_000);
  const [waiting] = (await listDueLeads(rig)).awaited.filter(({ workspaceId }) => workspaceId === actor.workspaceId);
  expect(waiting).toBeDefined();
  const lead = unwrap(await createLead(rig, actor, input));
  expect(rig.published.map(({ type }) => type)).toEqual(["lead.received"]);
  expect((await latest(lead)).wakeAt).toBeUndefined();
});
