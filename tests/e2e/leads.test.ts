import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReturnReport } from "#core/returns/index.ts";
import { until } from "#local/demo/figures.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { demoToday } from "#local/demo/zone.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";
const consent = "Погоджуюся, що «Листок» збереже мої дані, щоб відповісти.";

interface LeadRow {
  id: string;
  version: number;
  stage: string;
}
interface Kpis {
  kpis: { leads: { bySource: Record<string, number>; wonValue: { minorUnits: number; currency: string }[] } };
}

let machine: TestMachine;
let workspace: DemoWorkspace;
let postId: string;
let campaignId: string;
/** The form's address as it stands on the platform: a short link. */
let short: string;

beforeAll(async () => {
  machine = await startTestMachine();
  workspace = await setUpDemoWorkspace(machine);
  const { client, channel } = workspace;
  const { campaign } = await client.ask<{ campaign: { id: string } }>("POST", "/api/campaigns", {
    name: "Осіннє меню",
    from: "2026-11-01",
    to: "2026-11-30",
  });
  campaignId = campaign.id;
  const { form } = await client.ask<{ form: { address: string } }>("POST", "/api/lead-forms", {
    clientKey: "form-1",
    draft: {
      ...{ name: "Кава додому", language: "uk", title: "Кава додому", intro: "", questions: [], consent, thanks: "" },
      fields: { name: "required", email: "required", phone: "optional", message: "off" },
      active: true,
    },
  });
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text: `Кава додому: ${form.address}` },
    channelIds: [channel.id],
    campaignId,
    tagging: { tag: true, shorten: true },
  });
  postId = post.id;
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  const page = sandboxPage(machine, workspace.pageId);
  const message = await until("the post is on the page", 30_000, async () => {
    const found = (await page.state()).posts.find((one) => one.message?.startsWith("Кава додому"));
    return found?.message;
  });
  short = /https?:\S+\/l\/[0-9A-Za-z]{8}/.exec(String(message))?.[0] ?? "";
}, 240_000);
afterAll(() => machine?.stop());

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );

it("leads from a post by its link and our form to a won lead, in the figures and for the post", {
  timeout: 120_000,
}, async () => {
  const { client } = workspace;
  const click = await fetch(short, { redirect: "manual", headers: { "user-agent": phone } });
  const address = click.headers.get("location") ?? "";
  expect(address).toMatch(new RegExp(`^${machine.url}/f/[0-9a-f]{10}\\?.*via=`));
  const shown = await fetch(address, { headers: { "user-agent": phone } });
  expect(shown.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/);
  expect((await fetch(`${machine.url}/form.css`)).headers.get("content-type")).toContain("text/css");
  const carried = hidden(await shown.text());
  const send = () =>
    fetch(address.split("?")[0] ?? "", {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...carried, name: "Олена", email: "olena@x.ua", consent: "yes" }).toString(),
    });
  // Nobody fills a form in within two seconds; who does is asked to send once more.
  await until("the form takes it", 15_000, async () => (await send()).status === 303);
  expect((await send()).status).toBe(303);

  const { leads } = await client.ask<{ leads: LeadRow[] }>("GET", "/api/leads");
  expect(leads).toHaveLength(1);
  const [row] = leads;
  const { lead } = await client.ask<{ lead: LeadRow & { touches: { first: object } } }>("GET", `/api/leads/${row?.id}`);
  expect(lead.touches.first).toMatchObject({
    ...{ kind: "form", postId, campaignId, consent: { version: 1, text: consent } },
    publicationId: expect.stringMatching(/^pub_/),
  });
  await client.ask("POST", `/api/leads/${lead.id}/move`, {
    ...{ stage: "won", version: lead.version, value: { minorUnits: 120_000, currency: "UAH" } },
  });
  const brought = await client.ask<{ first: object }>("GET", `/api/leads/brought-by?kind=campaign&id=${campaignId}`);
  expect(brought.first).toEqual({ leads: 1, won: 1, wonValue: [{ minorUnits: 120_000, currency: "UAH" }] });
  const day = demoToday().toString();
  const counted = await until("the figures have it", 30_000, async () => {
    const { kpis } = await client.ask<Kpis>("GET", `/api/kpis?from=${day}&to=${day}`);
    return kpis.leads.wonValue.length > 0 ? kpis.leads : undefined;
  });
  expect(counted).toMatchObject({ bySource: { form: 1 }, wonValue: [{ minorUnits: 120_000, currency: "UAH" }] });
});

interface ReviewRequestRow {
  email: string;
  state: string;
  source: { kind: string; leadId?: string };
  went: readonly { channelId: string }[];
  answer?: { verdict: string };
  caseId?: string;
}

it("asks who bought for a review, once, with a way out by one click", { timeout: 120_000 }, async () => {
  const { client, channel } = workspace;
  const requests = async () =>
    (await client.ask<{ requests: ReviewRequestRow[] }>("GET", "/api/review-requests")).requests;
  const { settings } = await client.ask<{ settings: object }>("GET", "/api/review-requests/settings");
  const url = "https://reviews.example/lystok";
  const places = [{ channelId: channel.id, url }];
  await client.ask("PUT", "/api/review-requests/settings", { ...settings, on: true, places });

  const made = { clientKey: "buyer-1", name: "Петро Сич", email: "petro@x.ua", answered: true };
  const { lead } = await client.ask<{ lead: LeadRow }>("POST", "/api/leads", made);
  await client.ask("POST", `/api/leads/${lead.id}/move`, { stage: "won", version: lead.version });
  await until("the win is followed", 30_000, async () => {
    const [planned] = await requests();
    return planned?.email === "petro@x.ua" && planned.source.leadId === lead.id && planned.state === "waiting";
  });

  const asking = { email: "iryna@x.ua", name: "Ірина Лис", language: "uk" };
  await client.ask("POST", "/api/review-requests", { ...asking, clientKey: "ask-iryna-1" });
  const delivered = await until("the mail is delivered", 60_000, async () =>
    (await requests()).find(({ email, state }) => email === "iryna@x.ua" && state === "delivered"),
  );
  expect(delivered.source.kind).toBe("hand");
  const mails = () =>
    (machine.cloud.mail?.listMails() ?? []).filter(({ to }) => to.some((one) => one.includes("iryna@x.ua")));
  expect(mails()).toHaveLength(1);
  const link = /https?:\S+\/r\/[\w-]+/.exec(mails()[0]?.text ?? "")?.[0] ?? "";
  const again = await client.try("POST", "/api/review-requests", { ...asking, clientKey: "ask-iryna-2" });
  expect(again).toMatchObject({ status: 409, body: { error: { code: "person-asked-already" } } });

  const page = await fetch(link);
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/);
  expect(await page.text()).toContain(`/to/${channel.id}`);
  expect((await fetch(`${machine.url}/ask.css`)).headers.get("content-type")).toContain("text/css");
  const on = await fetch(`${link}/to/${channel.id}`, { redirect: "manual" });
  expect([on.status, on.headers.get("location")]).toEqual([303, url]);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const sent = await fetch(link, { method: "POST", redirect: "manual", headers: form, body: "verdict=bad&words=Cold" });
  expect(sent.status).toBe(303);
  const answered = (await requests()).find(({ email }) => email === "iryna@x.ua");
  expect(answered).toMatchObject({ went: [{ channelId: channel.id }], answer: { verdict: "bad" } });
  const { cases } = await client.ask<{ cases: { id: string }[] }>("GET", "/api/cases");
  expect(cases.map(({ id }) => id)).toEqual([answered?.caseId]);

  const out = await fetch(`${link}/unsubscribe`, { method: "POST", headers: form, body: "List-Unsubscribe=One-Click" });
  expect(out.status).toBe(200);
  const never = await client.try("POST", "/api/review-requests", { ...asking, clientKey: "ask-iryna-3" });
  expect(never).toMatchObject({ status: 409, body: { error: { code: "person-refuses-requests" } } });
  expect(mails()).toHaveLength(1);
});

it("sets what was won against what ads and the plan have cost, in the name of the person who connected the page", {
  timeout: 120_000,
}, async () => {
  const { client, channel } = workspace;
  const { accounts } = await client.ask<{ accounts: { id: string; currency: string }[] }>(
    "GET",
    `/api/channels/${channel.id}/ad-accounts`,
  );
  const account = accounts.find(({ currency }) => currency === "UAH");
  await client.ask("PUT", `/api/channels/${channel.id}/ad-account`, { accountId: account?.id });
  const today = demoToday().toString();
  const from = `${today.slice(0, 8)}01`;
  await client.ask("POST", "/api/budget", {
    ...{ month: today.slice(0, 7), kind: "content", name: "Фотограф", planned: 500_00, spent: 400_00 },
  });
  const report = await until("ads are measured", 60_000, async () => {
    const read = await client.ask<ReturnReport>("GET", `/api/returns?from=${from}&to=${today}`);
    return read.daysMissing === 0 ? read : undefined;
  });
  const spend = report.ads.spend.available ? report.ads.spend.minorUnits : 0;
  expect(report.adSpend).toEqual(spend > 0 ? [{ minorUnits: spend, currency: "UAH" }] : []);
  expect(report.cost).toMatchObject({ minorUnits: spend + (report.budgetSpent[0]?.minorUnits ?? 0), currency: "UAH" });
  const cost = report.cost.available ? report.cost.minorUnits : 0;
  expect(report.won.first.value).toEqual([{ minorUnits: 120_000, currency: "UAH" }]);
  expect(report.roi.first).toEqual({ available: true, value: (120_000 - cost) / cost });
  const ours = report.campaigns.find((one) => one.key === campaignId);
  expect(ours?.won.last.value).toEqual([{ minorUnits: 120_000, currency: "UAH" }]);
  expect(report.publications.map((one) => one.postId)).toEqual([postId]);
});

it("tells what came of it in each of four kinds of report, mailed once to a reader of each language", {
  timeout: 180_000,
}, async () => {
  const { client } = workspace;
  const today = demoToday();
  // Up to today, on which the leads came, and from before it: a chart is of two days at least.
  const back = (days: number) => today.subtract({ days });
  const kinds = [
    { schedule: { kind: "daily", weekdays: [1, 2, 3, 4, 5, 6, 7] }, from: today, to: today },
    { schedule: { kind: "weekly", weekday: 1 }, from: back(6), to: today },
    { schedule: { kind: "monthly", day: 1 }, from: back(27), to: today },
    { schedule: { kind: "quarterly", startDay: String(today.with({ day: 1 })) }, from: back(89), to: today },
  ];
  await until("both leads are in the figures", 60_000, async () => {
    const { kpis } = await client.ask<Kpis>("GET", `/api/kpis?from=${today}&to=${today}`);
    return Object.values(kpis.leads.bySource).reduce((sum, count) => sum + count, 0) === 2;
  });
  for (const { schedule, from, to } of kinds) {
    const recipients = (["uk", "en"] as const).map((language) => ({
      ...{ email: `${schedule.kind}-${language}@lystok.example`, name: "Тарас", language },
    }));
    const { report } = await client.ask<{ report: { id: string } }>("POST", "/api/reports", {
      ...{ name: schedule.kind, schedule: { ...schedule, time: "09:00" }, recipients },
    });
    await client.ask("POST", `/api/reports/${report.id}/send`, { period: { from: String(from), to: String(to) } });
  }
  const mailed = () => (machine.cloud.mail?.listMails() ?? []).filter(({ to }) => /-(uk|en)@lystok/.test(to.join()));
  await until("eight mails are there", 120_000, async () => mailed().length === 8);
  const of = (reader: string) => mailed().find(({ to }) => to.join().includes(reader));
  const subjects: readonly (readonly [string, RegExp])[] = [
    ["daily-uk", /^Сьогодні: /],
    ["daily-en", /^Today: /],
    ["weekly-uk", /^Тиждень \d+: .*2 нові ліди \(виграно \d\)$/],
    ["weekly-en", /^Week \d+: .*2 new leads \(\d won\)$/],
    ["monthly-uk", /^\p{Lu}\p{Ll}+: .*2 нові ліди \(виграно \d\)/u],
    ["monthly-en", /^[A-Z][a-z]+: .*2 new leads \(\d won\)/],
    ["quarterly-uk", /^Огляд 90 днів: .*2 нові ліди \(виграно \d\)/],
    ["quarterly-en", /^90-day review: .*2 new leads \(\d won\)/],
  ];
  for (const [reader, subject] of subjects) {
    const { subject: said, html = "", text = "", attachments = [] } = of(reader) ?? {};
    expect(said).toMatch(subject);
    expect(html).toContain(`<html lang="${reader.slice(-2)}"`);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(attachments.map(({ contentType }) => contentType)).toEqual(
      expect.arrayContaining(["application/pdf", "text/csv"]),
    );
    const isDigest = reader.startsWith("daily");
    expect(text.match(/^ROI [+−]\d+/m) !== null).toBe(!isDigest);
    expect(html.includes('src="cid:reach"')).toBe(!isDigest);
    expect(text + html).not.toMatch(/undefined|NaN|\[object/);
  }
});

it("refuses a body over its limit and a wrong type at the front door", async () => {
  const [address = ""] = ((await fetch(short, { redirect: "manual" })).headers.get("location") ?? "").split("?");
  const post = (type: string, body: string) =>
    fetch(address, { method: "POST", headers: { "content-type": type }, body });
  expect((await post("application/x-www-form-urlencoded", `name=${"x".repeat(100_000)}`)).status).toBe(413);
  expect((await post("application/json", "{}")).status).toBe(415);
});

it("is granted every call that it makes", () => {
  expect(machine.cloud.meter.snapshot().reduce((sum, entry) => sum + entry.denied, 0)).toBe(0);
});
