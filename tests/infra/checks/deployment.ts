import { join } from "node:path";
import { App } from "sst/constructs";
import { load } from "sst/stacks/build.js";
import { describe, expect, it } from "vitest";
import type { Synthesis } from "#infra/synthesize.ts";

const root = join(import.meta.dirname, "..", "..", "..");

export function checkDeployment(synthesis: Synthesis): void {
  describe("a deployment by SST", () => {
    it("declares the very stacks that are synthesized here", async () => {
      const [, config] = await load(join(root, "sst.config.ts"));
      const { stage, region, account } = synthesis;
      const app = new App({ mode: "deploy", name: "dopys", stage, region, account });
      const mailFrom = process.env.DOPYS_MAIL_FROM;
      process.env.DOPYS_MAIL_FROM = "dopys@dopys.example";
      try {
        await config.stacks(app);
      } finally {
        if (mailFrom === undefined) delete process.env.DOPYS_MAIL_FROM;
        else process.env.DOPYS_MAIL_FROM = mailFrom;
      }
      expect(app.node.children.map(({ node }) => node.id).toSorted()).toEqual(
        Object.keys(synthesis.templates).toSorted(),
      );
    });
  });
}
