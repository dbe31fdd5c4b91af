import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { pdfPages } from "#tests/support/pdf-text.ts";
import { reportAssets } from "#tests/support/report-assets.ts";
import { cafeReport, emptyReport } from "#tests/support/report-content.ts";
import { reportCompetitorTexts } from "../../i18n/mail/report-competitors.ts";
import { type Language, languages } from "../../kernel/language.ts";
import type { RenderedReport, ReportContent } from "../content.ts";
import { type ReportKind, reportKinds } from "../model.ts";
import { toDocument } from "./build-document.ts";
import { figuresCsv } from "./csv.ts";
import { mailHtml } from "./mail-html.tsx";
import { mailText } from "./mail-text.ts";
import { reportRenderer } from "./render-report.ts";

const render = reportRenderer(reportAssets());
const latte = new Uint8Array(readFileSync("packages/local/src/demo/latte.jpg"));
const picture = { bytes: latte, contentType: "image/jpeg", altText: "" };

/** The café's report of a kind with a picture at its best post. */
const withPicture = (kind: ReportKind): ReportContent => {
  const report = cafeReport(kind);
  return { ...report, best: report.best.map((post, index) => (index === 0 ? { ...post, picture } : post)) };
};

const each = reportKinds.flatMap((kind) => languages.map((language) => [kind, language] as const));
const rendered = new Map<string, RenderedReport>();
const of = (kind: ReportKind, language: Language): RenderedReport => {
  const one = rendered.get(`${kind} ${language}`);
  if (!one) throw new Error(`${kind} in ${language} was not rendered`);
  return one;
};
beforeAll(async () => {
  for (const [kind, language] of each) {
    rendered.set(`${kind} ${language}`, await render(withPicture(kind), language));
  }
}, 180_000);

/** Words that no reader should see. */
const broken = /undefined|NaN|\[object|null|Infinity|\.\.(?!\.)|\$\{/;

describe("a rendered report", () => {
  it("says the result in its subject", () => {
    expect(reportKinds.map((kind) => of(kind, "uk").subject)).toEqual([
      "Сьогодні: 1 допис не вийшов, 1 прострочена відповідь, виходять 2 дописи",
      "Тиждень 47: охоплення +9,5%, 2 звернення чекають на відповідь, 7 нових лідів (виграно 2)",
      "Листопад: охоплення +7,8%, 23 нові ліди (виграно 7), 1 ціль відстає",
      "Огляд 90 днів: охоплення +22%, 1 з 2 цілей за планом, 68 нових лідів (виграно 22)",
    ]);
    expect(reportKinds.map((kind) => of(kind, "en").subject)).toEqual([
      "Today: 1 post did not go out, 1 overdue answer, 2 posts go out",
      "Week 47: reach +9.5%, 2 messages wait for an answer, 7 new leads (2 won)",
      "November: reach +7.8%, 23 new leads (7 won), 1 goal is behind",
      "90-day review: reach +22%, 1 of 2 goals on course, 68 new leads (22 won)",
    ]);
  });

  it.each(each)("%s, %s: is a mail that mail programs can take", (kind, language) => {
    const { html, images } = of(kind, language);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).not.toMatch(/<script|<link|<svg|flex|grid|background-image|position:|https?:\/\/[^"]*\.(css|js)/);
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"');
    expect(html).toContain("prefers-color-scheme:dark");
    for (const { contentId } of images) expect(html).toContain(`src="cid:${contentId}"`);
    const shown = [...html.matchAll(/<img[^>]*>/g)].map(([tag]) => tag);
    expect(shown).toHaveLength(images.length);
    for (const tag of shown) expect(tag).toMatch(/alt="[^"]{8,}"/);
    expect(images.reduce((sum, { png }) => sum + png.length, 0)).toBeLessThan(500_000);
  });

  it.each(each)("%s, %s: draws its charts and pictures as PNGs of twice their size", (kind, language) => {
    const charts = { daily: 0, weekly: 3, monthly: 4, quarterly: 7 };
    const widths = of(kind, language).images.map(({ png }) => {
      const view = new DataView(png.buffer, png.byteOffset);
      expect(view.getUint32(0)).toBe(0x89504e47);
      return view.getUint32(16);
    });
    expect(widths).toEqual([...Array(charts[kind]).fill(1104), 176]);
  });

  it.each(each)("%s, %s: says all of it in mail, plain text and PDF alike", (kind, language) => {
    const { subject, html, text, pdf } = of(kind, language);
    const printed = pdfPages(pdf.bytes).flat().join(" ");
    const { sections, title, head, lead, footer } = toDocument(withPicture(kind), language);
    const words = wordsIn([title, head, lead, sections.map(({ blocks, ...section }) => [section, blocks]), footer]);
    expect(words.length).toBeGreaterThan(30);
    const unsaid = (place: string) => words.filter((word) => !squeezed(place).includes(squeezed(word)));
    expect([unsaid(readable(html)), unsaid(printed)]).toEqual([[], []]);
    // A chart that is only named has nothing to say to who reads plain text.
    const charts = sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
    expect(unsaid(text)).toEqual(charts.filter(({ isOnlyName }) => isOnlyName).map(({ label }) => label));
    expect(subject + text + readable(html)).not.toMatch(broken);
    expect(printed).not.toMatch(/undefined|NaN|\uFFFD/);
  });

  it.each(each)("%s, %s: has a PDF of A4 pages with embedded typefaces and page numbers", (kind, language) => {
    const { bytes } = of(kind, language).pdf;
    const pdf = Buffer.from(bytes).toString("latin1");
    const pages = pdfPages(bytes);
    expect(pdf).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(3);
    expect(pdf).not.toContain("Helvetica");
    for (const [index, page] of pages.entries()) expect(page.at(-1)).toBe(`${index + 1} / ${pages.length}`);
    expect(bytes.length).toBeLessThan(400_000);
  });
});

/** Letters without spaces, at which lines are broken, and without the pictures of letters that paper lacks. */
const squeezed = (text: string): string =>
  text
    .replace(/★/g, "*")
    .replace(/[\s\u00A0\u200C\u202F]|\p{Extended_Pictographic}/gu, "")
    .toLocaleLowerCase("uk");

/** Every text a reader is to see, however deep it lies. */
function wordsIn(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== "object" || part === null) return [];
  const hidden = new Set(["kind", "id", "url", "state", "picture", "course"]);
  return Object.entries(part).flatMap(([key, value]) => (hidden.has(key) ? [] : wordsIn(value)));
}

const readable = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");

describe("a report of little", () => {
  it.each(each)("%s, %s: of a workspace on its first day claims nothing", (kind, language) => {
    const document = toDocument(emptyReport(kind), language);
    const text = mailText(document);
    expect(document.subject + text + readable(mailHtml(document))).not.toMatch(broken);
    expect(text).not.toMatch(/[+−]\d|\b0[ %]/);
    expect(text.split("\n").length).toBeLessThan(30);
    if (kind !== "daily") expect(document.subject).toMatch(/не підключено|no channel/);
  });

  it("says that the channels it is about are gone, not that none was ever connected", () => {
    const empty = emptyReport("weekly");
    const text = mailText(toDocument({ ...empty, scope: { ...empty.scope, channelIds: ["chan_gone"] } }, "uk"));
    expect(text).toContain("Вибраних каналів уже не підключено.");
    expect(text).not.toContain("жодного каналу");
  });

  it("has a single page and no charts", async () => {
    const { images, pdf } = await render(emptyReport("monthly"), "uk");
    expect(images).toEqual([]);
    expect(pdfPages(pdf.bytes)).toHaveLength(1);
  });

  it("shows a dash and the reason where a platform gives no figure, never 0", () => {
    const empty = emptyReport("weekly");
    const { channels } = cafeReport("weekly").figures;
    const content = { ...empty, figures: { ...empty.figures, channels } };
    const document = toDocument(content, "en");
    expect(mailText(document)).toContain("Reach: —; no data yet");
    expect(mailText(document)).toContain("There is nothing to compare with yet");
    const csv = figuresCsv(content, document);
    expect(csv).toContain("2026-11-16,2026-11-22,all,Reach,,no data yet\r\n");
    expect(csv).toContain('2026-11-16,2026-11-22,all,"90th percentile of first response, min",,no data yet\r\n');
    expect(csv.startsWith("\uFEFF")).toBe(true);
  });
});

describe("competitors in a report", () => {
  it.each([
    [
      "uk" as const,
      [
        "ПОРУЧ ІЗ КОНКУРЕНТАМИ",
        "lystok.cafe (ви)",
        "на тисячу підписників: у «lystok.cafe» 14,5, у конкурента більше.",
      ],
      [
        "«Morning Bar»: дописи відомі за 12 днів з 30.",
        "реакцій на 5 дописів",
        "лише з 4 дописів",
        "приріст рахується від 18 лист",
      ],
    ],
    [
      "en" as const,
      [
        "AGAINST COMPETITORS",
        "lystok.cafe (you)",
        "interactions a post for each 1,000 followers: 14.5; the competitor has more.",
      ],
      [
        "Morning Bar: posts are known for 12 days of 30.",
        "reactions to 5 posts",
        "only 4 posts",
        "growth counts from 18 Nov",
      ],
    ],
  ])("%s: stand beside the channel, with all that has to be known to read them", (language, said, notes) => {
    const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ");
    const text = plain(of("monthly", language).text);
    for (const words of [...said, ...notes]) expect(text.toLowerCase()).toContain(words.toLowerCase());
    expect(plain(of("monthly", language).html)).toContain("Паровоз");
    expect(of("monthly", language).csv.text).toMatch(/2026-11-30,Зерно \(Instagram\),[^,]*,188\.6,/);
    expect(of("monthly", language).csv.text).toMatch(/Morning Bar \(Instagram\),[^,]*,,\S/);
  });

  it("are not in a week's report, nor where nobody is watched", () => {
    expect([of("weekly", "en").text, mailText(toDocument(emptyReport("monthly"), "en"))].join()).not.toMatch(
      /competitor/i,
    );
  });

  it.each([
    [1, 0, "не менше, ніж у конкурента"],
    [1, 1, "у конкурента більше"],
    [2, 0, "не менше, ніж у кожного з 2 конкурентів"],
    [21, 5, "більше — у 5 з 21 конкурента"],
  ])("of %d with %d ahead, are said in good Ukrainian", (known, more, words) => {
    expect(reportCompetitorTexts.uk.finding({ name: "Листок", figure: "14,5", more, known })).toContain(words);
  });
});

describe("site visits in a report", () => {
  const linesOf = (content: ReportContent, language: Language) => mailText(toDocument(content, language));

  it.each(["weekly", "monthly", "quarterly"] as const)("%s: are told in both languages", (kind) => {
    const content = cafeReport(kind);
    const uk = linesOf(content, "uk");
    expect(uk.replace(/\s/g, " ")).toMatch(/Відвідувань: [\d ]+ \(\+[\d ]+, \+18 ?%\)\./);
    expect(uk.replace(/\s/g, " ")).toContain("Ключових подій: 18, дохід 6 045 ₴.");
    expect(uk).toContain("Google приховав малі числа");
    expect(uk).toContain("Дні рахуються за часом сайту: Europe/Warsaw.");
    const en = linesOf(content, "en");
    expect(en).toContain("Engaged: 63%.");
    expect(en).toContain("SITE VISITS FROM SOCIAL");
    expect(en).toContain("Not named");
  });

  it("are not told where no site is measured, and say why where nothing came", () => {
    const content = cafeReport("weekly");
    expect(linesOf({ ...content, visits: undefined }, "uk")).not.toContain("Відвідування сайту");
    const visits = content.visits && { ...content.visits, total: null, why: "no-permission" as const };
    const text = linesOf({ ...content, visits }, "en");
    expect(text).toContain("Google Analytics no longer lets us in");
    expect(text).not.toContain("Visits: 0");
  });

  it("stand in the CSV by source, campaign and day; a day that is not known has no value and says so", () => {
    const content = cafeReport("weekly");
    if (!content.visits) throw new Error("the café has no site");
    const [first, ...others] = content.visits.series;
    const series = first ? [{ ...first, sessions: null }, ...others] : [];
    const csv = figuresCsv({ ...content, visits: { ...content.visits, series } }, toDocument(content, "en"));
    const { sessions } = content.visits.total ?? {};
    expect(csv).toContain(`2026-11-16,2026-11-22,lystok.example,Site visits from social,${sessions},\r\n`);
    expect(csv).toContain("lystok.example,Site visits: Facebook,");
    expect(csv).toContain('lystok.example,"Site visits, campaign: Осіннє меню",');
    expect(csv).toContain("2026-11-16,2026-11-16,lystok.example,Site visits from social,,no data yet\r\n");
  });
});

describe("a report of much", () => {
  const long = "Дуже-довга-назва-без-пробілів".repeat(10);
  const crowded = (kind: ReportKind): ReportContent => {
    const report = cafeReport(kind);
    const [channel] = report.figures.channels;
    const [goal] = report.goals;
    if (!channel || !goal) throw new Error("the café has a channel and a goal");
    const names = Array.from({ length: 20 }, (_, index) => `${index + 1} ${long}`);
    return {
      ...report,
      workspace: { ...report.workspace, name: long },
      onlyChannels: names,
      figures: { ...report.figures, channels: names.map((name) => ({ ...channel, name })) },
      goals: Array.from({ length: 20 }, (_, index) => ({
        ...{ ...goal, id: `g${index}`, name: `${index} ${long}`, toldUntil: "2026-01-01" },
      })),
      best: report.best.map((post) => ({ ...post, text: long, channelName: long })),
      needs: Array.from({ length: 30 }, () => ({
        ...({ kind: "reconnect-channel", count: 1, subject: long, examples: [], path: "/channels" } as const),
      })),
      next: {
        ...report.next,
        scheduled: Array.from({ length: 300 }, (_, index) => ({
          dueAt: report.madeAt + index,
          channelName: long,
          text: long,
        })),
      },
    };
  };

  it.each(reportKinds)("%s: stays within its size, and tells how much more there is", (kind) => {
    const document = toDocument(crowded(kind), "uk");
    expect(Buffer.byteLength(mailHtml(document))).toBeLessThan(100_000);
    expect(mailText(document)).toMatch(/і ще \d+/);
  });

  it("escapes what people wrote", () => {
    const report = cafeReport("weekly");
    const best = report.best.map((post) => ({ ...post, text: "<script>alert(1)</script>" }));
    const channels = report.figures.channels.map((channel) => ({ ...channel, name: '=HYPERLINK("x")' }));
    const content = { ...report, best, figures: { ...report.figures, channels } };
    const document = toDocument(content, "en");
    expect(mailHtml(document)).not.toContain("<script>");
    const csv = figuresCsv(content, document);
    expect(csv).toContain(`,"'=HYPERLINK(""x"")",`);
    const sum = report.figures.channels.map((channel) => ({ ...channel, name: "-2+3+cmd|' /C calc'!A0" }));
    const summed = figuresCsv({ ...report, figures: { ...report.figures, channels: sum } }, toDocument(report, "en"));
    expect(summed).toContain(",'-2+3+cmd|' /C calc'!A0,");
    expect(csv).not.toMatch(/[,\n]"?[=+@]/);
  });

  it("leaves out a picture that cannot be read", async () => {
    const report = cafeReport("weekly");
    const best = report.best.map((post) => ({ ...post, picture: { ...picture, bytes: new Uint8Array([1, 2, 3]) } }));
    const { html, images } = await render({ ...report, best }, "en");
    expect(images.map(({ contentId }) => contentId)).toEqual(["reach", "followers", "types"]);
    expect(html).not.toContain("cid:picture");
  });
});

describe("the parts of a report", () => {
  it("are those asked for, in the order asked for", () => {
    const report = cafeReport("weekly");
    const scope = { ...report.scope, sections: ["leads", "goals"] as const };
    const text = mailText(toDocument({ ...report, scope }, "en"));
    expect(text.match(/^[A-Z ]{4,}$/gm)).toEqual(["LEADS", "GOALS"]);
  });

  it("name the channels where these are not all", () => {
    const names = ["Google", "Листок", "a", "b", "c", "d"];
    const { head } = toDocument({ ...cafeReport("weekly"), onlyChannels: names }, "en");
    expect(head).toContain("Only these channels: Google, Листок, a, b, c and 1 more.");
  });

  it("compare months of different length by the day, and say so", () => {
    const { text } = of("monthly", "uk");
    expect(text).toContain("Тоді було 31 день, тепер 30, тож суми порівняно в перерахунку на день.");
    expect(text).toMatch(/Охоплення: [\d\u00A0]+; \+7,8% на день/);
  });
});
