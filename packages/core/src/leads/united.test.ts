import { expect, it } from "vitest";
import { aNewLead, type Lead } from "./model.ts";
import { bothOwed } from "./owed.ts";
import { united } from "./united.ts";

const aLead = (id: string, change: Partial<Lead> = {}): Lead => ({
  ...aNewLead({ workspaceId: "ws_1", id, createdAt: 1000, sources: [{ id, kind: "manual", at: 1000 }] }, "mem_1"),
  ...change,
});

it("tells once that another lead was the same person, however many workers found it out", () => {
  const once = united(aLead("a"), aLead("b"), 2000);
  const twice = united(once, aLead("b"), 3000);
  expect(twice.history).toEqual([{ kind: "merged", at: 2000, by: "system:leads", leadId: "b" }]);
  expect(united(twice, aLead("c"), 4000).history.map(({ at }) => at)).toEqual([2000, 4000]);
});

it("owes what either of the two owed, each once", () => {
  const move = { from: "new", to: "won", at: 1500, by: "mem_1" };
  const email = { kind: "email" as const, value: "olena@x.ua" };
  const [one, other] = [
    { at: 9000, moves: [move], counted: false },
    { at: 5000, moves: [move, { ...move, to: "lost", at: 1600 }], contact: [email], counted: true },
  ];
  const both = { at: 5000, moves: [move, { ...move, to: "lost", at: 1600 }], contact: [email], counted: true };
  expect(united(aLead("a", { owed: one }), aLead("b", { owed: other }), 2000).owed).toEqual(both);
  expect(bothOwed(undefined, one)).toEqual(one);
});
