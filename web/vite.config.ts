import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

/** The dashboard: `npx vite build web` writes web/dist, which the site's bucket serves at `/`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome123", "firefox121", "safari17.5"],
    modulePreload: { polyfill: false },
  },
});
