import type { Mark, Palette, Scene } from "./scene.ts";

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

/** A scene as an SVG document. `font` is the family its texts are set in. */
export function sceneToSvg(scene: Scene, palette: Palette, font: string): string {
  const { width, height, label, marks } = scene;
  const body = marks.map((mark) => markToSvg(mark, palette)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}" font-family="${escapeXml(font)}">${body}</svg>`;
}

function markToSvg(mark: Mark, palette: Palette): string {
  if (mark.kind === "circle")
    return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.r}" fill="${palette[mark.fill]}"/>`;
  if (mark.kind === "text") {
    const weight = mark.bold ? ' font-weight="600"' : "";
    return `<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" fill="${palette[mark.fill]}" text-anchor="${mark.anchor}"${weight}>${escapeXml(mark.text)}</text>`;
  }
  const stroke = mark.stroke
    ? ` stroke="${palette[mark.stroke]}" stroke-width="${mark.width ?? 1}" stroke-linejoin="round" stroke-linecap="round"`
    : "";
  const dash = mark.dash ? ` stroke-dasharray="${mark.dash.join(" ")}"` : "";
  return `<path d="${mark.d}" fill="${mark.fill ? palette[mark.fill] : "none"}"${stroke}${dash}/>`;
}
