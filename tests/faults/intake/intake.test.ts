import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PageEvent, page } from "./events.ts";
import { arrivals, deliver, type Intake, type Schedule } from "./intake.ts";
import { naiveIntake, naiveties } from "./naive.ts";
import { oracle, type View } from "./oracle.ts";
import { productIntake } from "./product.ts";

const runs = Number(process.env.FAULT_RUNS ?? 25);

/** Everything that is stored after the events have arrived in this way, and what it says. */
async function stored(make: () => Intake | Promise<Intake>, events: readonly PageEvent[], schedule: Schedule) {
  const intake = await make();
  try {
    await deliver(intake, events, schedule);
    return { content: await intake.content(), view: await intake.view() };
  } finally {
    await intake.stop();
  }
}

describe("the intake", () => {
  it("stores what an oracle reads in order, and byte for byte the same, however the events arrive", {
    timeout: 40_000 + runs * 5_000,
  }, async () => {
    let failing = 0;
    await fc.assert(
      fc.asyncProperty(arrivals(16), async ([events, one, other]) => {
        const first = await stored(() => productIntake(), events, one);
        expect(first.view).toEqual(oracle(events));
        expect((await stored(() => productIntake(), events, other)).content).toEqual(first.content);
        failing += [...one.faults, ...other.faults].filter(Boolean).length;
      }),
      { numRuns: runs },
    );
    expect(failing).toBeGreaterThan(runs);
  });

  it("knows a delivery again a week and a month later, and lets it change nothing", async () => {
    const events: readonly PageEvent[] = [
      { at: 1_793_000_000, kind: "comment", id: "1_1", by: "5550001", text: "Коли ви відкриваєтесь?" },
      { at: 1_793_000_100, kind: "comment", id: "1_2", parent: "1_1", by: page, text: "З восьмої" },
      { at: 1_793_000_200, kind: "edit", id: "1_1", top: "1_1", text: "О котрій?" },
      { at: 1_793_000_300, kind: "rating", id: "7", verb: "add", by: "5550002", good: true, text: "Смачно" },
      { at: 1_793_000_400, kind: "lead", id: "9" },
    ];
    const once = { batches: [[0, 1, 2, 3, 4]], faults: [], workers: 1 };
    const intake = await productIntake();
    await deliver(intake, events, once);
    const before = await intake.content();
    for (const days of [8, 31]) {
      intake.passDays(days);
      await deliver(intake, events, once);
      expect(await intake.content()).toEqual(before);
    }
    await intake.stop();
  });
});

describe.each(naiveties)("an intake that %s", (naivety) => {
  it("is caught", async () => {
    const messagesOf = ({ messages }: View) =>
      Object.fromEntries(Object.entries(messages).map(([id, { answeredAt: _, ...message }]) => [id, message]));
    const isRight = fc.asyncProperty(arrivals(12), async ([events, one]) => {
      const { view } = await stored(() => naiveIntake(naivety), events, one);
      expect(messagesOf(view)).toEqual(messagesOf(oracle(events)));
    });
    expect((await fc.check(isRight, { numRuns: 500, endOnFailure: true })).failed).toBe(true);
  });
});
