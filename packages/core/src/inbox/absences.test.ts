import { describe, expect, it } from "vitest";
import { judge, type Suspect } from "./absences.ts";

const minuteMs = 60_000;
const now = Date.parse("2026-11-20T10:00:00Z");
const item = (id: string, own = false) => ({ id, threadId: `thread of ${id}`, own });
const suspect = (id: string, minutesAgo: number): Suspect => ({
  id,
  threadId: `thread of ${id}`,
  at: now - minutesAgo * minuteMs,
});
const many = (count: number, prefix = "m", own = false) =>
  Array.from({ length: count }, (_, index) => item(`${prefix}${index}`, own));

/** What is concluded when the list tells of these, and everything held stands. */
const judged = (
  held: readonly ReturnType<typeof item>[],
  listed: readonly string[],
  suspects: readonly Suspect[] = [],
) => {
  const signs = { isStanding: () => true, isListed: ({ id }: { id: string }) => listed.includes(id) };
  const { gone, suspects: waiting, doubted } = judge(held, signs, suspects, now);
  return { gone: gone.map(({ id }) => id), suspects: waiting, doubted };
};
const two = [item("a"), item("b")];

describe("what a list leaves out", () => {
  it("is a suspect the first time and gone the second, not before ten minutes have passed", () => {
    expect(judged(two, ["a"])).toEqual({ gone: [], suspects: [suspect("b", 0)], doubted: 0 });
    expect(judged(two, ["a"], [suspect("b", 9)])).toEqual({ gone: [], suspects: [suspect("b", 9)], doubted: 0 });
    expect(judged(two, ["a"], [suspect("b", 10)])).toEqual({ gone: ["b"], suspects: [], doubted: 0 });
  });

  it("is no suspect any more once it is listed again, or was said to be removed or hidden meanwhile", () => {
    expect(judged(two, ["a", "b"], [suspect("b", 15)])).toEqual({ gone: [], suspects: [], doubted: 0 });
    const signs = {
      isStanding: ({ id }: { id: string }) => id !== "b",
      isListed: ({ id }: { id: string }) => id === "a",
    };
    expect(judge(two, signs, [suspect("b", 15)], now)).toEqual({ gone: [], suspects: [], doubted: 0 });
  });

  it("waits while its place is not looked at, and begins anew after three hours", () => {
    expect(judged([item("a")], ["a"], [suspect("z", 179)]).suspects).toEqual([suspect("z", 179)]);
    expect(judged([item("a")], ["a"], [suspect("z", 180)]).suspects).toEqual([]);
  });

  it.each([
    { held: 3, absent: 3, doubted: 0 },
    { held: 4, absent: 4, doubted: 4 },
    { held: 8, absent: 4, doubted: 0 },
    { held: 9, absent: 5, doubted: 5 },
    { held: 100, absent: 51, doubted: 51 },
  ])("is believed or doubted by its share: $absent of $held", ({ held, absent, doubted }) => {
    const all = many(held);
    const listed = all.slice(absent).map(({ id }) => id);
    const first = judged(all, listed);
    expect([first.doubted, first.suspects.length]).toEqual([doubted, absent - doubted]);
    // Suspects of an earlier look are not gone either when so much is missing now.
    const before = all.slice(0, absent).map(({ id }) => suspect(id, 15));
    expect(judged(all, listed, before).gone).toHaveLength(absent - doubted);
  });

  it("is doubted when all of what customers wrote is missing, however much of ours stands there", () => {
    const ours = many(20, "own", true);
    const listed = ours.map(({ id }) => id);
    expect(judged([...many(6), ...ours], listed)).toMatchObject({ gone: [], suspects: [], doubted: 6 });
  });
});
