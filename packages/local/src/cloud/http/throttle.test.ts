import { expect, test } from "vitest";
import { createThrottle } from "./throttle.ts";

test("a burst passes at once, then requests pass at the rate, and a pause never saves up more than the burst", () => {
  let now = 0;
  const take = createThrottle({ rate: 10, burst: 3 }, () => now);
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  now += 100;
  expect([take(), take()]).toEqual([true, false]);
  now += 60_000;
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
});
