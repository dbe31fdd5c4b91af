import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
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
  expect((await send()).status).toBe(422);
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
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Kyiv" }).format(Date.now());
  const counted = await until("the figures have it", 30_000, async () => {
    const { kpis } = await client.ask<Kpis>("GET", `/api/kpis?from=${day}&to=${day}`);
    return kpis.leads.wonValue.length > 0 ? kpis.leads : undefined;
  });
  expect(counted).toMatchObject({ bySource: { form: 1 }, wonValue: [{ minorUnits: 120_000, currency: "UAH" }] });
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
