import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { lightPalette, type Scene, sceneToSvg } from "../charts/index.ts";
import type { ReportFonts } from "./pdf.ts";

let ready: Promise<void> | undefined;

/** Draws a chart as a PNG at twice its logical size, on white. `wasm` is resvg's module; it is started once. */
export async function chartPng(scene: Scene, fonts: ReportFonts, wasm: Uint8Array): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const svg = sceneToSvg(scene, lightPalette, "Noto Sans");
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    background: lightPalette.paper,
    font: { fontBuffers: [fonts.regular, fonts.bold], defaultFontFamily: "Noto Sans" },
  });
  return image.render().asPng();
}
