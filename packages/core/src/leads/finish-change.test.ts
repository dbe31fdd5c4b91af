import { describe, expect, it } from "vitest";
import type { InboxRig } from "#tests/support/inbox.ts";
import { freshWorkspaceForEach } from "#tests/support/intake-rig.ts";
import type { Actor } from "../kernel/actor.ts";
import type { FakeClock } from "../kernel/clock.ts";
import { unwrap } from "../kernel/result.ts";
import {
  createLead,
  editLead,
  eraseLead,
  finishLeadChange,
  getLead,
  type Lead,
  listDueLeads,
  moveLead,
  planNextStep,
  readAgenda,
} from "./index.ts";

let rig: InboxRig;
let clock: FakeClock;
let actor: Actor;
freshWorkspaceForEach((start) => {
  ({ rig, clock, actor } = start);
});

let keys = 0;
async function entered(email: string): Promise<Lead> {
  const lead = unwrap(
    await createLead(rig, actor, { clientKey: `key-${keys++}`, name: "Олена", email, answered: true }),
  );
  rig.published.length = 0;
  rig.marks.length = 0;
  return lead;
}
const of = ({ id, version }: Lead) => ({ leadId: id, version });
const moves = () => rig.published.filter(({ type }) => type === "lead.moved");
const unfinished = async () =>
  (await listDueLeads(rig)).unfinished.filter(({ workspaceId }) => workspaceId === actor.workspaceId);

/** A rig whose worker dies in the first of these calls after the change was stored. */
function dying(place: "publish" | "mark" | "noteDuties" | "settle"): InboxRig {
  const die = async () => {
    throw new Error(`died in ${place}`);
  };
  if (place === "publish") return { ...rig, events: { publish: die } };
  if (place === "mark") return { ...rig, dirtyBuckets: { mark: die } };
  if (place === "noteDuties") return { ...rig, leads: { ...rig.leads, noteDuties: die } };
  const save = (lead: Lead) => (lead.owed === undefined ? die() : rig.leads.save(lead));
  return { ...rig, leads: { ...rig.leads, save } };
}

/** What the schedule does when it comes round. */
async function sweep(): Promise<void> {
  clock.advance(5 * 60_000);
  for (const lead of await unfinished()) await finishLeadChange(rig, lead);
}

describe("a lead that was won", () => {
  it.each(["publish", "mark", "noteDuties", "settle"] as const)(
    "is told of, counted and put on the agenda although the worker died in %s",
    async (place) => {
      const lead = await entered("olena@x.ua");
      const deed = { at: clock.nowMs(), by: "mem_1" };
      await expect(moveLead(dying(place), actor, { ...of(lead), stage: "won" })).rejects.toThrow(`died in ${place}`);
      expect(unwrap(await getLead(rig, actor, { leadId: lead.id })).stage).toBe("won");
      await sweep();
      expect(new Set(moves().map(({ id }) => id)).size).toBe(1);
      expect(moves()[0]).toMatchObject({
        ...{ workspaceId: actor.workspaceId, occurredAt: deed.at, actor: deed.by },
        data: { leadId: lead.id, from: "new", to: "won" },
      });
      expect(rig.marks).toContain(`none ${lead.createdAt}`);
      clock.advance(3_600_000);
      expect(await unfinished()).toEqual([]);
    },
  );

  it("owes nothing once it is told of", async () => {
    const lead = await entered("olena@x.ua");
    const won = unwrap(await moveLead(rig, actor, { ...of(lead), stage: "won" }));
    expect(won.owed).toBeUndefined();
    expect(moves()).toHaveLength(1);
    clock.advance(3_600_000);
    expect(await unfinished()).toEqual([]);
    // Saying once more where it stands is no move.
    unwrap(await moveLead(rig, actor, { ...of(won), stage: "won" }));
    expect(moves()).toHaveLength(1);
  });

  it("is told of with the move before it, when nobody was told of that either", async () => {
    const lead = await entered("olena@x.ua");
    await expect(moveLead(dying("publish"), actor, { ...of(lead), stage: "qualified" })).rejects.toThrow();
    const qualified = unwrap(await getLead(rig, actor, { leadId: lead.id }));
    clock.advance(1000);
    unwrap(await moveLead(rig, actor, { ...of(qualified), stage: "won" }));
    expect(moves().map(({ data }) => data)).toEqual([
      { leadId: lead.id, from: "new", to: "qualified" },
      { leadId: lead.id, from: "qualified", to: "won" },
    ]);
  });

  it("is told of as the person that it turned out to be", async () => {
    const first = await entered("olena@x.ua");
    clock.advance(1000);
    const second = await entered("olena.work@x.ua");
    await expect(moveLead(dying("publish"), actor, { ...of(second), stage: "won" })).rejects.toThrow();
    unwrap(await editLead(rig, actor, { ...of(first), emails: ["olena@x.ua", "olena.work@x.ua"] }));
    await sweep();
    expect(moves().at(-1)?.data).toEqual({ leadId: first.id, from: "new", to: "won" });
  });
});

describe("another contact", () => {
  it("recognises the person, and the former one does not, although the worker died at once", async () => {
    const known = await entered("olena@x.ua");
    clock.advance(1000);
    const other = await entered("wrong@x.ua");
    const crash = editLead(dying("mark"), actor, { ...of(other), emails: ["olena@x.ua"] });
    await expect(crash).rejects.toThrow();
    await sweep();
    expect(unwrap(await getLead(rig, actor, { leadId: other.id })).id).toBe(known.id);
    expect((await entered("wrong@x.ua")).id).not.toBe(known.id);
  });

  it("is forgotten with the person, though it was not let go of yet", async () => {
    const lead = await entered("wrong@x.ua");
    const drop = async () => {
      throw new Error("died");
    };
    const dead = { ...rig, leads: { ...rig.leads, dropIdentity: drop } };
    await expect(editLead(dead, actor, { ...of(lead), emails: ["olena@x.ua"] })).rejects.toThrow();
    const erased = unwrap(await eraseLead(rig, actor, { leadId: lead.id }));
    expect(JSON.stringify(erased)).not.toContain("@x.ua");
    expect((await entered("wrong@x.ua")).id).not.toBe(lead.id);
  });
});

it("puts a next step on the agenda although the worker died before it did", async () => {
  const lead = await entered("olena@x.ua");
  const nextStep = { text: "Зателефонувати", day: "2026-11-20" };
  const crash = planNextStep(dying("noteDuties"), actor, { ...of(lead), nextStep, done: false });
  await expect(crash).rejects.toThrow();
  await sweep();
  expect(unwrap(await readAgenda(rig, actor, { timeZone: "Europe/Kyiv" })).steps).toMatchObject([{ id: lead.id }]);
});
