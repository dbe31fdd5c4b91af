import { expect, it } from "vitest";
import { intakeBench } from "./index.ts";

it("stores twenty deliveries at once, each one time, by one call of a small function", async () => {
  const lines: string[] = [];
  const { figures, met } = await intakeBench({ size: 20, say: (line) => lines.push(line) });
  expect({ met, lines }).toMatchObject({ met: true });
  expect(figures).toMatchObject({ deliveries: 20, stored: 20, lost: 0, duplicated: 0 });
  expect(figures).toMatchObject({ awsCallsAccepted: 1, awsCallsRefused: 0 });
  expect(figures.hookBundleGzipBytes).toBeLessThan(30_000);
}, 600_000);
