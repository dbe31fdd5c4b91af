import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,functions,infra,tests,web}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ".sst/**"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A machine that plays everything at once may take seconds for what usually takes none.
    expect: { poll: { timeout: 15_000 } },
    // One more than the cores of a small runner: what is played end to end waits half of its time.
    maxWorkers: 3,
  },
});
