import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "#local/demo/figures.ts";
import { type SandboxPage, sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

interface Line {
  readonly id: string;
  readonly kind: string;
}
interface View {
  readonly thread: { readonly assignee?: string; readonly labels: string[]; readonly priority: string };
  readonly messages: readonly { readonly text: string; readonly own: boolean; readonly state: string }[];
  readonly draft?: { readonly text: string; readonly rule: string };
  readonly ruled: readonly { readonly rule: string; readonly kind: string; readonly outcome?: string }[];
}

const complaint = "Чекали на каву сорок хвилин, а принесли холодну. Жахливе обслуговування!";
const praise = "Ви найкращі, дякую за тиху музику!";

let machine: TestMachine;
let demo: DemoWorkspace;
let audience: SandboxPage;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
  audience = sandboxPage(machine, demo.pageId);
}, 180_000);
afterAll(() => machine?.stop());

it("a rule takes a negative comment, does everything it says once, and sends nothing by itself", async () => {
  const { client, channel } = demo;
  const draft = { base: { text: "Гарбузовий лате повернувся." }, channelIds: [channel.id] };
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", draft);
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  const on = await until("the post on the page", 90_000, async () => (await audience.state()).posts[0]?.id);

  const texts = { uk: "{name}, вибачте за каву. Напишіть нам: {link}", en: "" };
  const { reply } = await client.ask<{ reply: { id: string } }>("POST", "/api/saved-replies", {
    name: "Вибачення",
    texts,
  });
  const { member } = await client.ask<{ member: { id: string } }>("GET", "/api/me");
  const rule = {
    name: "Скарги",
    enabled: true,
    continues: false,
    when: { kinds: ["comment"], channels: [channel.id], sentiments: ["negative"], words: ["кав*"] },
    deeds: { assign: member.id, labels: ["скарга"], priority: "high", hide: true, reply: reply.id, alert: "high" },
    version: 0,
  };
  await client.ask("POST", "/api/rules", rule);
  // Each of their webhooks comes twice.
  await audience.act("comment", { on, person: "Софія Лисенко", message: praise, deliver: { copies: 2 } });
  await audience.act("comment", { on, person: "Марта Ковальчук", message: complaint, deliver: { copies: 2 } });

  const seen = await until("the rule has done everything", 90_000, async () => {
    const { threads } = await client.ask<{ threads: Line[] }>("GET", "/api/inbox?state=all&priority=high");
    const [first] = threads;
    if (!first) return undefined;
    const view = await client.ask<View>("GET", `/api/inbox/${first.id}`);
    const isHidden = view.messages.some(({ text, state }) => text === complaint && state === "hidden");
    return isHidden && view.ruled.every(({ outcome }) => outcome !== undefined) && view.draft ? view : undefined;
  });
  expect(seen.thread).toMatchObject({ assignee: member.id, labels: ["скарга"], priority: "high" });
  expect(seen.draft).toMatchObject({ text: texts.uk, rule: "Скарги" });
  expect(seen.ruled.map(({ rule: name, kind, outcome }) => `${name}: ${kind} ${outcome}`)).toEqual(
    ["assign", "label", "priority", "draft", "hide", "alert"].map((kind) => `Скарги: ${kind} done`),
  );
  expect(seen.messages.filter(({ own }) => own)).toEqual([]);
  const { alerts } = await client.ask<{ alerts: { kind: string; count: number }[] }>("GET", "/api/alerts");
  expect(alerts.filter(({ kind }) => kind === "rule-matched")).toMatchObject([{ count: 1 }]);
  const stored = await until("the rule's count", 30_000, async () => {
    const { rules } = await client.ask<{ rules: { id: string; acted: number }[] }>("GET", "/api/rules");
    return rules[0]?.acted ? rules[0] : undefined;
  });
  expect(stored.acted).toBe(1);
  const attempt = (more: object) => client.ask<object>("POST", "/api/rules/try", { ...rule, ...more });
  expect(await attempt({ ruleId: stored.id })).toMatchObject({ looked: 2, matched: 1, threads: 1, takenAbove: 0 });
  // The same rule once more, under the first, would get nothing.
  expect(await attempt({})).toMatchObject({ looked: 2, matched: 0, takenAbove: 1 });
}, 300_000);
