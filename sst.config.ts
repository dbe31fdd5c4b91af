import type { SSTConfig } from "sst";

export default {
  config() {
    return { name: "dopys", region: "eu-central-1" };
  },
  async stacks(app) {
    const { settingsFromEnvironment } = await import("./infra/settings.ts");
    const { declareStacks } = await import("./infra/stacks.ts");
    declareStacks(app, {
      ...settingsFromEnvironment(process.env),
      site: {
        path: "web",
        buildCommand: "npm run build:web",
        buildOutput: "dist",
        vite: { types: "../.sst/types/web.d.ts" },
      },
    });
  },
} satisfies SSTConfig;
