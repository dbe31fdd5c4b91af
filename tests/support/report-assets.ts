import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { RenderAssets } from "#core/reports/render/render-report.ts";

const require = createRequire(import.meta.url);
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(name)));

/** The typefaces and module that the report function carries in its bundle. */
export const reportAssets = (): RenderAssets => ({
  fonts: {
    regular: file("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
    bold: file("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
    serif: file("@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf"),
  },
  resvgWasm: file("@resvg/resvg-wasm/index_bg.wasm"),
});
