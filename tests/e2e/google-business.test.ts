import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectChannel } from "#local/demo/connecting.ts";
import { until } from "#local/demo/figures.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { demoToday } from "#local/demo/zone.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";

interface ReviewView {
  readonly id: string;
  readonly channelId: string;
  readonly rating?: number;
  readonly text: string;
  readonly state: string;
  readonly history: readonly { readonly rating?: number }[];
}
interface Place {
  readonly reviews: readonly { readonly id: string; readonly comment: string; readonly reply?: { comment: string } }[];
}
interface KpiDay {
  readonly kpis: {
    readonly negativeFeedback: { readonly lowReviews: { readonly available: boolean; readonly value?: number } };
  };
}

let machine: TestMachine;
let demo: DemoWorkspace;
let channelId: string;
let location: string;

beforeAll(async () => {
  machine = await startTestMachine({ adjust: everyMinute });
  demo = await setUpDemoWorkspace(machine);
  // So short a life that the next run of the refresh schedule renews the token.
  await sandbox("PUT", "google-business/settings", { accessTokenLifeS: 20 * 60 });
  const connected = await connectChannel(demo.client, "google-business");
  channelId = connected.channel.id;
  location = connected.remoteId.split("/").at(-1) ?? "";
}, 240_000);
afterAll(() => machine?.stop());
beforeEach(() => machine.cloud.meter.reset());

/** The same app, whose tokens are looked after each minute. */
function everyMinute(synthesis: Parameters<NonNullable<Parameters<typeof startTestMachine>[0]>["adjust"] & {}>[0]) {
  const text = JSON.stringify(synthesis.templates).replaceAll("rate(10 minutes)", "rate(1 minute)");
  return { ...synthesis, templates: JSON.parse(text) as typeof synthesis.templates };
}

const sandbox = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(`${machine.sandbox.url}/sandbox/${path}`, init);
  return (await response.json().catch(() => undefined)) as Body;
};
const write = (stars: number, comment: string) =>
  sandbox<{ id: string }>("POST", `google-business/locations/${location}/review`, { stars, comment, person: "Ірина" });
const place = () => sandbox<Place>("GET", `google-business/locations/${location}`);
const reviewsOf = async () =>
  (await demo.client.ask<{ reviews: ReviewView[] }>("GET", "/api/reviews?state=all&limit=50")).reviews;
const stored = (text: string) =>
  until(`the review is stored: ${text}`, 30_000, async () => (await reviewsOf()).find((it) => it.text === text));
const callsOf = (caller: string): number =>
  machine.cloud.meter
    .snapshot()
    .filter((it) => it.caller === `local-dopys-${caller}` && it.phase === "invocation")
    .reduce((sum, { calls }) => sum + calls, 0);

describe("reviews on Google", () => {
  it("are stored once, however often the push comes, at one AWS call each, and are in the KPIs", async () => {
    await sandbox("PUT", "google-business/settings", { pushCopies: 3 });
    await write(1, "Чекав сорок хвилин");
    expect(await stored("Чекав сорок хвилин")).toMatchObject({ channelId, rating: 1, state: "open" });
    await until("all pushes are delivered", 30_000, async () => {
      const sent = await sandbox<{ state: string }[]>("GET", "google-business/deliveries");
      return sent.length === 3 && sent.every(({ state }) => state === "delivered");
    });
    expect(callsOf("hooks-push")).toBe(3);
    const day = demoToday().toString();
    await until("the review is in the KPIs", 60_000, async () => {
      const { kpis } = await demo.client.ask<KpiDay>("GET", `/api/kpis/day?day=${day}`);
      return kpis.negativeFeedback.lowReviews.value === 1;
    });
    expect((await reviewsOf()).filter(({ text }) => text === "Чекав сорок хвилин")).toHaveLength(1);
    await sandbox("PUT", "google-business/settings", { pushCopies: 1 });
  }, 180_000);

  it("keep what was thought before when a person changes their mind", async () => {
    await write(2, "Холодна кава");
    const { id } = await stored("Холодна кава");
    const { reviews } = await place();
    const remote = reviews.find(({ comment }) => comment === "Холодна кава")?.id;
    await sandbox("PATCH", `google-business/reviews/${remote}`, { stars: 5, comment: "Виправились, дякую" });
    await stored("Виправились, дякую");
    const { review } = await demo.client.ask<{ review: ReviewView }>("GET", `/api/reviews/${id}`);
    expect(review.history.map(({ rating }) => rating)).toEqual([2, 5]);
  }, 120_000);

  it("are answered once, also when the platform's answer is lost, and the answer can be taken away", async () => {
    await write(3, "Непогано");
    const { id } = await stored("Непогано");
    await sandbox("POST", "faults", { platform: "google-business", method: "PUT", afterWrite: true, answer: "close" });
    const answer = { text: "Дякуємо, чекаємо знову", clientKey: "answer-key-1" };
    for (const _ of [1, 2]) await demo.client.ask("POST", `/api/reviews/${id}/answer`, answer);
    const read = async () => (await demo.client.ask<{ review: ReviewView }>("GET", `/api/reviews/${id}`)).review;
    await until("the review is answered", 150_000, async () => (await read()).state === "answered");
    const replyOf = async () => (await place()).reviews.find(({ comment }) => comment === "Непогано")?.reply?.comment;
    expect(await replyOf()).toBe(answer.text);
    await demo.client.ask("DELETE", `/api/reviews/${id}/answer`);
    await until("the answer is gone", 60_000, async () => (await replyOf()) === undefined);
  }, 300_000);

  it("are filled in by polling when a push is lost", async () => {
    await sandbox("PUT", "google-business/settings", { losePushes: true });
    await write(4, "Загублений");
    const poll = { kind: "poll", workspaceId: demo.workspaceId, channelId, subject: "reviews", attempt: 0 };
    const sqs = new SQSClient({
      endpoint: machine.cloud.gatewayUrl,
      region: machine.cloud.region,
      credentials: machine.cloud.operatorCredentials,
    });
    const QueueUrl = machine.cloud.resource("Reconcile").ref;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(poll) }));
    sqs.destroy();
    expect(await stored("Загублений")).toMatchObject({ rating: 4, state: "open" });
    await sandbox("PUT", "google-business/settings", { losePushes: false });
  }, 120_000);

  it("take nothing from who only says to be Google, without a call", async () => {
    const address = `${machine.url}/hooks/google-business`;
    const headers = { "content-type": "application/json" };
    expect((await fetch(address, { method: "POST", headers, body: "{}" })).status).toBe(401);
    const forged = { ...headers, authorization: "Bearer eyJhbGciOiJub25lIn0.e30.AA" };
    expect((await fetch(address, { method: "POST", headers: forged, body: "{}" })).status).toBe(401);
    expect(callsOf("hooks-push")).toBe(0);
  });
});

describe("site visits from Google Analytics", () => {
  interface Visits {
    readonly total: { readonly sessions: number } | null;
    readonly why: string | null;
    readonly sources: readonly { readonly source: string }[];
    readonly campaigns: readonly { readonly code: string; readonly sessions: number }[];
    readonly daysMissing: number;
  }
  const daysAgo = (days: number) => demoToday().subtract({ days }).toString();
  const visits = () => demo.client.ask<Visits>("GET", `/api/visits?from=${daysAgo(30)}&to=${daysAgo(3)}`);

  it("are measured for a year back once a property is connected, and what is counted later is taken", async () => {
    expect(await visits()).toMatchObject({ total: null, why: "no-site" });
    const { channel, remoteId } = await connectChannel(demo.client, "google-analytics");
    await until("the visits are measured", 60_000, async () => {
      const { total, daysMissing } = await visits();
      return total !== null && daysMissing === 0;
    });
    const before = await visits();
    expect(before.sources.map(({ source }) => source)).toEqual(["facebook", "instagram", "youtube", "x"]);
    const late = { day: daysAgo(5), source: "facebook", medium: "social", campaign: "late", sessions: 7 };
    await sandbox("POST", `google-analytics/${remoteId}/visits`, late);
    await demo.client.ask("POST", "/api/kpis/measure", {});
    await until("the late visits are there", 60_000, async () => {
      const { total, campaigns } = await visits();
      const wasAdded = total?.sessions === (before.total?.sessions ?? 0) + 7;
      return wasAdded && campaigns.some(({ code, sessions }) => code === "late" && sessions === 7);
    });
    const refused = await demo.client.try<{ error: { code: string } }>("PUT", `/api/channels/${channel.id}/slots`, {
      version: 1,
      slots: [{ weekday: 1, time: "12:00" }],
    });
    expect([refused.status, refused.body.error.code]).toEqual([400, "channel-only-measured"]);
  }, 180_000);
});

describe("the connection to Google", () => {
  it("has its token renewed before it ends, and lasts", async () => {
    await until("the token is renewed", 90_000, async () => machine.logs.some((line) => line.includes('"renewed":1')));
    const { channels } = await demo.client.ask<{ channels: { id: string; state: string }[] }>("GET", "/api/channels");
    expect(channels.find(({ id }) => id === channelId)?.state).toBe("connected");
    const secrets = /ya29\.|1\/\/0s|Bearer /;
    expect(machine.logs.filter((line) => secrets.test(line))).toEqual([]);
  }, 120_000);

  it("lasts no longer than the person wants, and says so", async () => {
    await sandbox("POST", "google-business/revoke");
    await until("the channel asks to be connected anew", 150_000, async () => {
      const { channels } = await demo.client.ask<{ channels: { id: string; state: string }[] }>("GET", "/api/channels");
      return channels.find(({ id }) => id === channelId)?.state === "reconnect";
    });
  }, 180_000);
});
