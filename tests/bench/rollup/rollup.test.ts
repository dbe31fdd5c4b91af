import { expect, it } from "vitest";
import { rollupBench } from "./index.ts";

it("counts an event at the same cost whatever the history, and at no more on a busy channel", async () => {
  const lines: string[] = [];
  const { figures, met } = await rollupBench({ size: 3_000, say: (line) => lines.push(line) });
  expect({ met, figures, lines }).toMatchObject({ met: true, figures: { historyRatio: 1 } });
}, 300_000);
