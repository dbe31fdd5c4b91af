import { expect, it } from "vitest";
import { isAwaited } from "./awaited.ts";

const rival = { pageName: "Зерно", addedAt: 0 };
it.each([
  ["that was just added", { competitor: rival }, 60_000, true],
  ["that never answered", { competitor: rival }, 180_000, false],
  ["that was measured", { competitor: { ...rival, measuredAt: 5 } }, 60_000, false],
  ["that is refused", { competitor: { ...rival, trouble: "not-visible" as const } }, 60_000, false],
  ["of ours", {}, 60_000, false],
])("the first figures of a page %s", (_, page, nowMs, awaited) => {
  expect(isAwaited(page, nowMs)).toBe(awaited);
});
