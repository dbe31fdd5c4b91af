import type { Language } from "../../kernel/language.ts";
import { lightPalette, sceneToSvg } from "../charts/index.ts";
import type { ReportContent } from "../content.ts";
import { toDocument } from "./document.ts";
import { mailHtml } from "./mail-html.tsx";

/** The report's mail as a page of its own, its charts drawn inside it: what readers will see, before it is sent. */
export function previewHtml(content: ReportContent, language: Language): string {
  const document = toDocument(content, language);
  return document.charts.reduce((html, { id, scene }) => {
    const svg = Buffer.from(sceneToSvg(scene, lightPalette, "system-ui, sans-serif")).toString("base64");
    return html.replace(`src="cid:${id}"`, `src="data:image/svg+xml;base64,${svg}"`);
  }, mailHtml(document));
}
