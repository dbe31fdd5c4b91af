import { expect, it } from "vitest";
import { publishBench } from "./index.ts";

it("publishes sixty that are due in the same minute: each once, at its channel's pace, by four writes", async () => {
  const lines: string[] = [];
  const { figures, met } = await publishBench({ size: 60, perChannel: 10, say: (line) => lines.push(line) });
  expect({ met, lines }).toMatchObject({ met: true });
  expect(figures).toMatchObject({ due: 60, published: 60, doubled: 0, lost: 0, callsPerEmptyTick: 8 });
  // Creation, hand-out, claim and record; and each channel's starts, which the tick takes by one write.
  expect(figures.writesPerPublication).toBeLessThanOrEqual(4.5);
  expect(figures.mutationsPerPublication).toBe(1);
}, 600_000);
