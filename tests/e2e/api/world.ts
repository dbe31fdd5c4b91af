import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import { aesGcmSealer } from "#core/adapters/sealing/aes-gcm.ts";
import { type ApiClient, apiClient } from "#local/demo/client.ts";
import { until } from "#local/demo/figures.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { uploadPicture } from "#local/demo/picture.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { type Answers, recordAnswers } from "#tests/support/answers.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";
import { operatorsTable, readParameter } from "#tests/support/operator.ts";
import { newMember, otherCompany } from "#tests/support/people.ts";

/** The ids of one thing of each kind in a workspace. */
export interface Things {
  readonly post: string;
  readonly publication: string;
  readonly asset: string;
  readonly thread: string;
  readonly message: string;
  readonly lead: string;
  readonly channel: string;
  readonly report: string;
  readonly connection: string;
}

/** A workspace with people of each role and a thing of each kind, and a stranger from another company. */
export interface ApiWorld {
  readonly machine: TestMachine;
  readonly answers: Answers;
  readonly demo: DemoWorkspace;
  readonly things: Things;
  /** Signed in, each in their role; the manager reads English, the others Ukrainian. */
  readonly members: Readonly<Record<"owner" | "manager" | "author" | "viewer", ApiClient>>;
  readonly nobody: ApiClient;
  readonly stranger: ApiClient;
  /** Everything that the workspace shows its owner, as one text. */
  everything(): Promise<string>;
  stop(): Promise<void>;
}

/** Sets the world up on a machine of its own. */
export async function apiWorld(): Promise<ApiWorld> {
  const machine = await startTestMachine({ seedSandbox: true });
  const answers = recordAnswers(machine.url);
  const demo = await setUpDemoWorkspace(machine);
  const { client: owner } = demo;
  const things = await thingsOf(machine, demo);
  return {
    ...{ machine, answers, demo, things },
    members: {
      owner,
      manager: await newMember(machine, owner, "manager", "en"),
      author: await newMember(machine, owner, "author"),
      viewer: await newMember(machine, owner, "viewer"),
    },
    nobody: apiClient(machine.url, "en"),
    stranger: await otherCompany(machine),
    everything: async () => {
      const paths = [`posts/${things.post}`, "posts", "inbox?state=all", `inbox/${things.thread}`, "leads", "goals"];
      const more = ["channels", "reports", `reports/${things.report}/deliveries`, "members", "calendar?from=2027-11-01&to=2027-12-01"];
      return JSON.stringify(await Promise.all([...paths, ...more].map((path) => owner.ask("GET", `/api/${path}`))));
    },
    stop: async () => {
      answers.stop();
      await machine.stop();
    },
  };
}

async function thingsOf(machine: TestMachine, { client, channel, pageId }: DemoWorkspace): Promise<Things> {
  const page = sandboxPage(machine, pageId);
  const [onPage] = (await page.state()).posts;
  await page.act("comment", { on: onPage?.id, person: "Марта", message: "Коли ви відкриваєтесь?" });
  await page.act("lead", { person: "Андрій", fields: { full_name: "Андрій", email: "andrii@example.com" } });
  const asset = await uploadPicture(client);
  const { post } = await client.ask<{ post: { id: string } }>("POST", "/api/posts", {
    base: { text: "Зимове меню", mediaIds: [asset] },
    channelIds: [channel.id],
  });
  await client.ask("POST", `/api/posts/${post.id}/submit`, { version: 1 });
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: 2 });
  const { publications } = await client.ask<{ publications: { id: string }[] }>(
    "POST",
    `/api/posts/${post.id}/schedule`,
    { when: { at: "2027-11-23T10:00" } },
  );
  const { report } = await client.ask<{ report: { id: string } }>("POST", "/api/reports", {
    name: "Тижневий звіт",
    schedule: { kind: "weekly", weekday: 1, time: "09:00" },
    recipients: [{ email: "kerivnyk@lystok.example", name: "Тарас", language: "uk" }],
  });
  const { consentUrl } = await client.ask<{ consentUrl: string }>("POST", "/api/channels/connect", {
    platform: "facebook",
  });
  const written = await until("the audience's comment and lead are in", 30_000, async () => {
    const { threads } = await client.ask<{ threads: { id: string }[] }>("GET", "/api/inbox");
    const { leads } = await client.ask<{ leads: { id: string; email?: string }[] }>("GET", "/api/leads");
    return threads[0] && leads[0]?.email && { thread: threads[0].id, lead: leads[0].id };
  });
  const { messages } = await client.ask<{ messages: { id: string }[] }>("GET", `/api/inbox/${written.thread}`);
  return {
    ...written,
    post: post.id,
    publication: publications[0]?.id ?? "",
    asset,
    message: messages[0]?.id ?? "",
    channel: channel.id,
    report: report.id,
    connection: new URL(consentUrl).searchParams.get("state") ?? "",
  };
}

/** Every secret that the machine holds, by what it is; sessions are those that were given out so far. */
export async function secretsOf({ machine, demo, answers }: ApiWorld): Promise<Readonly<Record<string, string>>> {
  const app = JSON.parse(await readParameter(machine, "platforms/facebook")) as {
    appSecrets: string[];
    verifyToken: string;
  };
  const masterKey = await readParameter(machine, "master-key");
  const channel = await channelRepository(operatorsTable(machine)).get(demo.workspaceId, demo.channel.id);
  const accessToken = channel && aesGcmSealer([masterKey]).open(channel.sealedToken, channel.id);
  if (!channel || !accessToken) throw new Error("The channel has no access token");
  const sessions = answers.sessions.map((token) => token.split(".")[1] ?? "");
  return {
    "access token": accessToken,
    "sealed access token": channel.sealedToken,
    "app secret": app.appSecrets[0] ?? "",
    "handshake word": app.verifyToken,
    "master key": masterKey,
    "operator's word": machine.setupToken,
    ...Object.fromEntries(sessions.map((secret, index) => [`session ${index}`, secret])),
  };
}
