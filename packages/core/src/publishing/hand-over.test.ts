import { expect, it } from "vitest";
import { aPublication } from "#tests/support/publishing-world.ts";
import { delayFor, tickIsSureFrom } from "./hand-over.ts";
import { policy } from "./policy.ts";

const minute = 60_000;

it("leaves to the tick only what every tick that can come sees in time", () => {
  for (let now = 0; now < 3 * minute; now += 777) {
    const due = tickIsSureFrom(now);
    const next = (Math.floor(now / minute) + 1) * minute;
    for (const jitter of [0, 1, 30_000, 59_999]) {
      const firesAt = next + jitter;
      expect(firesAt).toBeLessThan(due);
      const sees = due <= firesAt + policy.lookAhead;
      expect(sees).toBe(true);
    }
  }
});

it("looks so far ahead that nothing falls between an early and a late tick", () => {
  const early = 0;
  const late = 2 * minute - 1;
  expect(early + policy.lookAhead).toBeGreaterThan(late + 15_000);
});

it("aims a message some seconds early for a publication, and never early for a look", () => {
  const publication = aPublication({ nextAt: 60_000 });
  expect(delayFor(publication, 0)).toBe(60_000 - policy.early);
  expect(delayFor({ ...publication, state: "unconfirmed" }, 0)).toBe(60_000);
  expect(delayFor(publication, 90_000)).toBe(0);
});
