import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportContent } from "#core/reports/index.ts";
import { type ReportKind, reportKinds } from "#core/reports/index.ts";
import { reportRenderer } from "#core/reports/render/render-report.ts";
import { root } from "#local/build.ts";
import { seriousFindings, startBrowser } from "#tests/support/browser.ts";
import { reportAssets } from "#tests/support/report-assets.ts";
import { cafeReport } from "#tests/support/report-content.ts";

let browser: Browser;
const mails = new Map<ReportKind, string>();

/** The café's report; this machine's browser has no pictures of letters, so they are left out. */
function withPictures(kind: ReportKind): ReportContent {
  const report = cafeReport(kind);
  const files = [
    "demo/latte.jpg",
    "sandbox/platforms/instagram/seed/beans.jpg",
    "sandbox/platforms/instagram/seed/bowl.jpg",
  ];
  const best = report.best.map((post, index) => ({
    ...post,
    text: post.text.replace(/\p{Extended_Pictographic} ?/gu, ""),
    picture: {
      bytes: new Uint8Array(readFileSync(join(root, "packages/local/src", files[index] ?? ""))),
      contentType: "image/jpeg",
      altText: "",
    },
  }));
  return { ...report, best };
}

beforeAll(async () => {
  browser = await startBrowser();
  const render = reportRenderer(reportAssets());
  for (const kind of reportKinds) {
    const { html, images } = await render(withPictures(kind), "uk");
    const whole = images.reduce(
      (all, { contentId, png }) =>
        all.replaceAll(`cid:${contentId}"`, `data:image/png;base64,${Buffer.from(png).toString("base64")}"`),
      html,
    );
    mails.set(kind, whole);
  }
}, 180_000);
afterAll(() => browser?.close());

async function open(kind: ReportKind, width: number, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.setContent(mails.get(kind) ?? "");
  return page;
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe.each(reportKinds)("the mail of a %s report", (kind) => {
  it.each(["light", "dark"] as const)("can be read by everybody, %s", async (scheme) => {
    const page = await open(kind, 640, scheme);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it("fits a telephone and what lies between", async () => {
    const page = await open(kind, 375, "light");
    for (const width of [320, 340, 375, 480, 600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await widthOf(page)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});

/** What the documentation shows of each kind: its beginning, on the screen on which it is read. */
const pictures = {
  daily: { width: 400, height: 1250, scheme: "light" },
  weekly: { width: 640, height: 1500, scheme: "light" },
  monthly: { width: 640, height: 1400, scheme: "dark" },
  quarterly: { width: 640, height: 1500, scheme: "light" },
} as const;

it.each(reportKinds)("has its picture taken: %s", async (kind) => {
  const folder = join(root, "tests", ".output", "pictures");
  mkdirSync(folder, { recursive: true });
  const { width, height, scheme } = pictures[kind];
  const page = await open(kind, width, scheme);
  const clip = { x: 0, y: 0, width, height };
  const taken = await page.screenshot({ path: join(folder, `report-${kind}.png`), fullPage: true, clip });
  expect(taken.length).toBeLessThan(200_000);
  await page.context().close();
});
