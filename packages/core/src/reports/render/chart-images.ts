import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { lightPalette, type Palette, type Scene, sceneToSvg } from "../charts/index.ts";
import type { ReportPicture } from "../content.ts";
import type { ReportFonts } from "./pdf.ts";

/** A chart stands on paper of its own: mail programs that turn a mail dark do not turn its pictures. */
const cardPalette: Palette = { ...lightPalette, paper: "#FBFAF6" };

/** What pictures are drawn with: typefaces, and resvg's WebAssembly module, which is started once. */
export interface DrawAssets {
  readonly fonts: ReportFonts;
  readonly resvgWasm: Uint8Array;
}

let ready: Promise<void> | undefined;

/** Draws a chart as a PNG at twice its logical size, with some paper around it. */
export async function chartPng(scene: Scene, padding: number, assets: DrawAssets): Promise<Uint8Array> {
  return (await draw(chartSvg(scene, padding, "Noto Sans"), assets)).asPng();
}

/** A chart on its paper, as an SVG document. */
function chartSvg(scene: Scene, padding: number, font: string): string {
  const [width, height] = [scene.width + 2 * padding, scene.height + 2 * padding];
  const inner = sceneToSvg(scene, cardPalette, font).replace("<svg ", `<svg x="${padding}" y="${padding}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${cardPalette.paper}"/>${inner}</svg>`;
}

/** Cuts a picture to a square of `size` logical pixels, drawn at twice that; `null` for one that cannot be read. */
export async function pictureSquare(
  picture: ReportPicture,
  size: number,
  assets: DrawAssets,
): Promise<Uint8Array | null> {
  const data = `data:${picture.contentType};base64,${Buffer.from(picture.bytes).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><image href="${data}" width="${size}" height="${size}" preserveAspectRatio="xMidYMid slice"/></svg>`;
  const drawn = await draw(svg, assets);
  // What cannot be read is drawn as nothing.
  return drawn.pixels.some((value, index) => index % 4 === 3 && value > 0) ? drawn.asPng() : null;
}

async function draw(svg: string, { fonts, resvgWasm }: DrawAssets) {
  ready ??= initWasm(resvgWasm);
  await ready;
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontBuffers: [fonts.regular, fonts.bold], defaultFontFamily: "Noto Sans" },
  });
  return image.render();
}
