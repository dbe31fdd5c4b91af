import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type FunctionName, functionNames } from "#infra/function-catalog.ts";
import type { Synthesis } from "#infra/synthesize.ts";

/** Bytes after gzip of what a platform waits for: see docs/decisions/small-webhook-function.md. */
const limits = { hooks: 30_000, hooksPush: 18_000 } as const satisfies Partial<Record<FunctionName, number>>;

export function checkBundles(synthesis: Synthesis): void {
  const sizes = functionNames.map((name) => {
    const code = readFileSync(synthesis.functions[name].file);
    return { name, bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
  });

  describe("bundles", () => {
    it("are one module without a source map", () => {
      for (const name of functionNames) {
        const { directory, file } = synthesis.functions[name];
        const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
          entry.isFile(),
        );
        expect(files.map((entry) => entry.name)).toEqual([file.slice(file.lastIndexOf("/") + 1)]);
      }
    });

    it("have their source maps beside them", () => {
      for (const name of functionNames) {
        const map = JSON.parse(readFileSync(synthesis.functions[name].sourceMap, "utf8")) as { sources: string[] };
        expect(map.sources.length).toBeGreaterThan(0);
      }
    });

    it("hold only what is used: a webhook's function has no client of the SDK, and of the platforms their signatures alone", () => {
      const { sources } = JSON.parse(readFileSync(synthesis.functions.hooks.sourceMap, "utf8")) as {
        sources: string[];
      };
      expect(sources.filter((source) => /@aws-sdk|@smithy/.test(source))).toEqual([]);
      expect(sources.filter((source) => /temporal-polyfill|electrodb|pdfkit/.test(source))).toEqual([]);
      const ofPlatforms = sources.filter((source) => /channels\/(platforms|meta)\//.test(source));
      expect(ofPlatforms.filter((source) => !source.endsWith("/webhook.ts"))).toEqual([]);
      expect(ofPlatforms.length).toBeGreaterThan(0);
    });

    it("stay as small as they were measured", () => {
      console.table(Object.fromEntries(sizes.map(({ name, bytes, gzip }) => [name, { bytes, gzip }])));
      for (const [name, limit] of Object.entries(limits)) {
        const { gzip = Number.NaN } = sizes.find((size) => size.name === name) ?? {};
        expect(gzip, `${name} after gzip`).toBeLessThanOrEqual(limit);
      }
    });
  });
}
