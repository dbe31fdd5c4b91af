import { beforeAll, describe, expect, it } from "vitest";
import { reportAssets } from "#tests/support/report-assets.ts";
import { cafeWeek } from "#tests/support/report-content.ts";
import { type Language, languages } from "../../kernel/language.ts";
import type { RenderedReport } from "../content.ts";
import { toDocument } from "./document.ts";
import { reportRenderer } from "./render-report.ts";

const rendered = {} as Record<Language, RenderedReport>;
beforeAll(async () => {
  const render = reportRenderer(reportAssets());
  for (const language of languages) rendered[language] = await render(cafeWeek, language);
});

describe("a rendered report", () => {
  it("says the result in its subject", () => {
    expect(rendered.uk.subject).toBe("Тиждень 47: охоплення +18%, 2 звернення чекають на відповідь, 7 нових лідів");
    expect(rendered.en.subject).toBe("Week 47: reach +18%, 2 messages wait for an answer, 7 new leads");
  });

  it.each(languages)("is a mail that mail programs can take (%s)", (language) => {
    const { html, images } = rendered[language];
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<script|<link|https?:\/\/[^"]*\.(css|js)/);
    for (const { contentId } of images) expect(html).toContain(`src="cid:${contentId}"`);
    for (const [tag] of html.matchAll(/<img[^>]*>/g)) expect(tag).toMatch(/alt="[^"]+"/);
  });

  it.each(languages)("draws its charts as PNGs of twice their size (%s)", (language) => {
    expect(rendered[language].images.map(({ contentId }) => contentId)).toEqual(["reach", "followers", "types"]);
    for (const { png } of rendered[language].images) {
      const view = new DataView(png.buffer, png.byteOffset);
      expect(view.getUint32(0)).toBe(0x89504e47);
      expect(view.getUint32(16)).toBe(1104);
    }
  });

  it.each(languages)("says the same in its plain text (%s)", (language) => {
    const document = toDocument(cafeWeek, language);
    const said = [document.lead, ...document.figures.map(({ figure }) => figure), ...document.reputation];
    for (const part of said) expect(rendered[language].text).toContain(part);
    expect(rendered[language].text).not.toMatch(/undefined|NaN|\[object/);
    expect(rendered[language].html).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(languages)("has a PDF of A4 pages with embedded typefaces (%s)", (language) => {
    const pdf = Buffer.from(rendered[language].pdf.bytes).toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(pdf).toMatch(/\/FontFile[23]/);
    expect(pdf).not.toContain("Helvetica");
  });

  it("gives what is not available an empty value and a reason, never 0", () => {
    const line = rendered.en.csv.text.split("\r\n").find((row) => row.startsWith("2026-11-18,Reach"));
    expect(line).toBe("2026-11-18,Reach,,no data yet");
    expect(rendered.uk.csv.text.startsWith("\uFEFF")).toBe(true);
  });

  it("escapes what people wrote", async () => {
    const [first] = cafeWeek.best;
    if (!first) throw new Error("the week has a best post");
    const best = [{ ...first, text: "<script>alert(1)</script>" }];
    const { html } = await reportRenderer(reportAssets())({ ...cafeWeek, best }, "en");
    expect(html).not.toContain("<script>");
  });
});
