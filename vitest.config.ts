import { defineConfig } from "vitest/config";

/** Suites of one machine, that read or change their process or its environment: each file has a process of its own. */
const wholeMachine = ["packages/local/**/*.test.ts", "tests/**/*.test.ts", "infra/**/*.test.ts"];

export default defineConfig({
  test: {
    exclude: ["**/node_modules/**", ".sst/**"],
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // A machine that plays everything at once may take seconds for what usually takes none.
    expect: { poll: { timeout: 15_000 } },
    // One more than the cores of a small runner: what is played end to end waits half of its time.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: "machine", include: wholeMachine } },
      {
        extends: true,
        // Loading the libraries anew for each of two hundred files took a fifth of their time.
        test: { name: "units", include: ["{packages/core,functions,web}/**/*.test.{ts,tsx}"], isolate: false },
      },
    ],
  },
});
