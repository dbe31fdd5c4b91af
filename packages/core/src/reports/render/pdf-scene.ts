import { lightPalette, type Scene } from "../charts/index.ts";

/** Draws a chart as vectors with its top left corner at `x`, `y` (points), `scale` points a logical pixel. */
export function drawScene(doc: PDFKit.PDFDocument, scene: Scene, at: { x: number; y: number; scale: number }): void {
  doc.save();
  doc.translate(at.x, at.y).scale(at.scale);
  for (const mark of scene.marks) {
    if (mark.kind === "circle") doc.circle(mark.x, mark.y, mark.r).fill(lightPalette[mark.fill]);
    if (mark.kind === "path") {
      if (mark.fill) doc.path(mark.d).fill(lightPalette[mark.fill]);
      if (mark.stroke) {
        doc
          .path(mark.d)
          .lineWidth(mark.width ?? 1)
          .lineJoin("round")
          .lineCap("round");
        if (mark.dash) doc.dash(mark.dash[0], { space: mark.dash[1] });
        doc.stroke(lightPalette[mark.stroke]);
        if (mark.dash) doc.undash();
      }
    }
    if (mark.kind === "text") {
      doc
        .font(mark.bold ? "bold" : "regular")
        .fontSize(mark.size)
        .fillColor(lightPalette[mark.fill]);
      const length = doc.widthOfString(mark.text);
      const shift = mark.anchor === "end" ? length : mark.anchor === "middle" ? length / 2 : 0;
      doc.text(mark.text, mark.x - shift, mark.y - mark.size, { lineBreak: false });
    }
  }
  doc.restore();
}
