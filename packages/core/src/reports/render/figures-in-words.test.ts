import { describe, expect, it } from "vitest";
import { cafeReport } from "#tests/support/report-content.ts";
import { figure } from "../../channels/measurement.ts";
import type { Kpis } from "../../insights/index.ts";
import type { Language } from "../../kernel/language.ts";
import type { ReportContent } from "../content.ts";
import { toDocument } from "./build-document.ts";
import { figuresCsv } from "./csv.ts";
import { mailText } from "./mail-text.ts";
import { printable } from "./pdf-page.ts";

describe("figures in words", () => {
  const textOf = (content: ReportContent, language: Language = "uk") => mailText(toDocument(content, language));
  const withKpis = (change: Partial<Kpis>): ReportContent => {
    const report = cafeReport("weekly");
    const { kpis } = report.figures;
    return { ...report, figures: { ...report.figures, kpis: { ...kpis, kpis: { ...kpis.kpis, ...change } } } };
  };
  const { kpis } = cafeReport("weekly").figures.kpis;
  const goalOf = (change: Partial<ReportContent["goals"][number]>) => {
    const report = cafeReport("weekly");
    return textOf({ ...report, goals: report.goals.slice(0, 1).map((goal) => ({ ...goal, ...change })) });
  };

  it("call growth what was won, and say beside it how many there are", () => {
    const growth = {
      followersStart: figure(2_470),
      followersEnd: figure(2_481),
      change: figure(11),
      rate: figure(0.0045),
    };
    const text = textOf(withKpis({ audienceGrowth: { ...growth, partial: true } }));
    expect(text).toMatch(/^Приріст аудиторії: \+11; \+0,5%; усього 2\u00A0481; дані не з усіх каналів або днів$/m);
  });

  it("mark reach that not all channels or days gave", () => {
    const text = textOf(withKpis({ reach: { ...kpis.reach, partial: true } }));
    expect(text).toMatch(/^Охоплення: .*дані не з усіх каналів або днів$/m);
    expect(textOf(withKpis({}))).not.toMatch(/^Охоплення: .*дані не з усіх/m);
  });

  it("mark negative feedback that not all channels or days gave", () => {
    const withPartial = (partial: boolean) => withKpis({ negativeFeedback: { ...kpis.negativeFeedback, partial } });
    expect(textOf(withPartial(true))).toMatch(/^Негатив: .*дані не з усіх каналів або днів$/m);
    expect(textOf(withPartial(false))).not.toMatch(/^Негатив: .*дані не з усіх/m);
  });

  it.each([
    ["uk", /^Тиждень 47: охоплення без змін, /, /^Охоплення: [\d\u00A0]+; \+1$/m],
    ["en", /^Week 47: reach unchanged, /, /^Reach: [\d,]+; \+1$/m],
  ] as const)("say in %s of reach that changed by next to nothing neither 0 nor 0 %", (language, subject, row) => {
    const report = cafeReport("weekly");
    const reach = { ...report.figures.change.reach, difference: figure(1), relative: figure(0.0001) };
    const content = { ...report, figures: { ...report.figures, change: { ...report.figures.change, reach } } };
    expect(toDocument(content, language).subject).toMatch(subject);
    expect(textOf(content, language)).toMatch(row);
  });

  it("have no endless fractions in the table of figures, also those of competitors", () => {
    const report = cafeReport("monthly");
    const competitors = report.competitors?.map((one) => ({
      ...one,
      pages: one.pages.map((page) => ({ ...page, figures: { ...page.figures, postsPerWeek: figure(37 / 3) } })),
    }));
    const content = { ...report, competitors };
    const csv = figuresCsv(content, toDocument(content, "en"));
    expect(csv).toContain(",12.333,");
    expect(csv).not.toContain("12.3333");
  });

  it("do not call a small rate none", () => {
    const few = {
      ...kpis.negativeFeedback,
      negativeMessages: figure(1),
      lowReviews: figure(0),
      per1000Reached: figure(0.008),
    };
    expect(textOf(withKpis({ negativeFeedback: few }))).toMatch(/^Негатив: 1;.*< 0,1 на 1000 охоплених/m);
  });

  it("write the goal of a share as a share, of a sum as one of 28 days, of a time in hours and minutes", () => {
    expect(goalOf({ headline: "qualityScore", current: 0.82, target: 0.9, forecast: null })).toMatch(
      /Якість відповідей: 82%, ціль 90% до/,
    );
    expect(goalOf({ headline: "reach", current: 40_448, target: 60_000 })).toMatch(
      /Охоплення за 28 днів: 40\u00A0448, ціль/,
    );
    const low = 44 * 60_000;
    expect(
      goalOf({
        headline: "medianFirstResponseMs",
        current: low,
        target: 60_000,
        forecast: { low, high: 150 * 60_000 },
      }),
    ).toMatch(/прогноз на цей день: від 44 хв до 2 год 30 хв/);
    expect(goalOf({ headline: "followersChange", current: -2, target: 200 })).toContain("за 28 днів: −2, ціль 200");
  });

  it("say up to which day a goal's figure is counted where later ones of the period are not told", () => {
    const late = { headline: "reach", current: 40_448, target: 60_000, forecast: null } as const;
    expect(goalOf({ ...late, toldUntil: "2026-11-20" })).toMatch(/ціль 60.*; за даними до 20 листопада включно/);
    expect(goalOf(late)).not.toContain("за даними до");
    expect(goalOf({ ...late, toldUntil: "2026-11-22" })).not.toContain("за даними до");
    expect(goalOf({ ...late, current: null, toldUntil: "2026-11-20" })).not.toContain("за даними до");
  });

  it("call no answer that came within half a minute one of no minutes", () => {
    const text = textOf(withKpis({ response: { ...kpis.response, medianFirstResponseMs: figure(20_000) } }));
    expect(text).toMatch(/^Відповіді: .*медіана першої відповіді < 1 хв/m);
  });

  it("say of a difference that would be written as none that nothing changed", () => {
    const report = cafeReport("weekly");
    const leads = { ...report.figures.change.leads, difference: figure(-0.33), relative: figure(-0.14) };
    const change = { ...report.figures.change, leads };
    const text = textOf({ ...report, figures: { ...report.figures, change } });
    expect(text).toMatch(/^Ліди: \d+; без змін/m);
  });

  it("count a goal that was missed among those that did not go by the plan, and none as reached by rounding", () => {
    const report = cafeReport("quarterly");
    const goals = report.goals.map((goal, index) => ({ ...goal, state: index === 0 ? "missed" : "reached" }) as const);
    expect(goals).toHaveLength(2);
    expect(toDocument({ ...report, goals }, "uk").subject).toContain("1 з 2 цілей за планом");
    expect(goalOf({ state: "behind", progress: 0.9997 })).toContain("відстає, пройдено 99,9% шляху");
  });

  it("are in the table with their unit, as numbers that machines read", () => {
    const csv = figuresCsv(withKpis({}), toDocument(cafeReport("weekly"), "uk"));
    expect(csv).toContain('2026-11-16,2026-11-22,усі,"Медіана часу першої відповіді, хв",38,\r\n');
    expect(csv).toContain('2026-11-16,2026-11-22,усі,"90-й процентиль часу першої відповіді, хв",170,\r\n');
    expect(csv).toContain('2026-11-16,2026-11-22,усі,"Якість відповідей, %",82,\r\n');
    expect(csv).toContain('2026-11-16,2026-11-22,усі,"Склад аудиторії: країна: UA, %",86,\r\n');
    expect(csv).toMatch(/,усі,"Відео: Рівень залученості, %",9\.4,/);
    expect(csv).toMatch(/,усі,"Витрати на рекламу, UAH",\d+(\.\d+)?,/);
    expect(csv).not.toMatch(/\d\.\d{4,}/);
  });

  it.each([
    ["Гортайте → далі ✓ ≤ 5 ★★", "Гортайте › далі + <= 5 **"],
    ["Привіт 👋🏽 світе 🇺🇦", "Привіт світе"],
    ["Кафе ქართული, Ωμέγα й Łódź", "Кафе …, Ωμέγα й Łódź"],
  ])("print %s without boxes", (text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});
