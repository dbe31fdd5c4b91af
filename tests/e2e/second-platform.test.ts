import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectChannel } from "#local/demo/connecting.ts";
import { until } from "#local/demo/figures.ts";
import { uploadFile } from "#local/demo/picture.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";
import { jpeg, png, video } from "#tests/support/media-files.ts";

interface Account {
  readonly media: readonly {
    readonly id: string;
    readonly product: string;
    readonly caption: string;
    readonly files: readonly { readonly kind: string; readonly altText: string }[];
  }[];
  readonly comments: readonly { readonly mediaId: string; readonly parentId?: string; readonly text: string }[];
}

interface PostView {
  readonly post: { readonly id: string; readonly version: number };
  readonly publications: readonly { readonly state: string; readonly url?: string }[];
}

let machine: TestMachine;
let demo: DemoWorkspace;
let channelId: string;
let accountId: string;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
  const connected = await connectChannel(demo.client, "instagram");
  channelId = connected.channel.id;
  accountId = connected.remoteId;
}, 120_000);
afterAll(() => machine?.stop());

const sandbox = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(`${machine.sandbox.url}/sandbox/${path}`, init);
  return (await response.json()) as Body;
};
const account = () => sandbox<Account>("GET", `instagram/accounts/${accountId}`);

const upload = (fileName: string, contentType: string, bytes: Uint8Array) =>
  uploadFile(demo.client, { fileName, contentType, bytes: Uint8Array.from(bytes), altText: `Опис: ${fileName}` });
const picture = (name: string) => upload(`${name}.jpg`, "image/jpeg", jpeg(1080, 1350));
const film = (name: string, height: number) =>
  upload(`${name}.mp4`, "video/mp4", video({ width: 1080, height, durationMs: 12_000 }));

interface Words {
  readonly text?: string;
  readonly firstComment?: string;
}

/** Writes a post for the account, in a format, and has it approved. */
async function approved({ text = "", ...words }: Words, mediaIds: readonly string[], format?: string) {
  const { post } = await demo.client.ask<PostView>("POST", "/api/posts", {
    base: { text, mediaIds, ...words },
    channelIds: [channelId],
    variants: format ? { [channelId]: { format } } : {},
  });
  const submitted = await demo.client.ask<PostView>("POST", `/api/posts/${post.id}/submit`, { version: post.version });
  await demo.client.ask("POST", `/api/posts/${post.id}/approve`, { version: submitted.post.version });
  return post.id;
}

const goOut = (postId: string) => demo.client.ask("POST", `/api/posts/${postId}/schedule`, { when: { now: true } });

const published = (postId: string) =>
  until(`${postId} is published`, 90_000, async () => {
    const { publications } = await demo.client.ask<PostView>("GET", `/api/posts/${postId}`);
    const [publication] = publications;
    return publication?.state === "published" && publication;
  });

describe("publishing on Instagram", () => {
  it("brings out a carousel, a reel and a story, each once, with its words and files", async () => {
    const carousel = await approved({ text: "Осіннє меню #листок", firstComment: "Адреса в профілі" }, [
      await picture("menu"),
      await film("pour", 1350),
      await picture("pie"),
    ]);
    const reel = await approved({ text: "Як ми обсмажуємо" }, [await film("roast", 1920)], "reel");
    const story = await approved({}, [await picture("today")], "story");
    for (const postId of [carousel, reel, story]) await goOut(postId);
    const addresses = await Promise.all([carousel, reel, story].map(async (postId) => (await published(postId)).url));
    for (const address of addresses) expect((await fetch(address ?? "")).status).toBe(200);

    const { comments } = await until("the first comment stands there", 60_000, async () => {
      const state = await account();
      return state.comments.length > 0 && state;
    });
    const { media } = await account();
    expect(media.map(({ product, caption, files }) => [product, caption, files.map(({ kind }) => kind)])).toEqual(
      expect.arrayContaining([
        ["FEED", "Осіннє меню #листок", ["image", "video", "image"]],
        ["REELS", "Як ми обсмажуємо", ["video"]],
        ["STORY", "", ["image"]],
      ]),
    );
    expect(media).toHaveLength(3);
    const feed = media.find(({ product }) => product === "FEED");
    expect(feed?.files.map(({ altText }) => altText)).toEqual(["Опис: menu.jpg", "", "Опис: pie.jpg"]);
    expect(comments).toMatchObject([{ mediaId: feed?.id, text: "Адреса в профілі" }]);
  }, 180_000);

  it("appears once when the answer to the publishing call is lost", async () => {
    const post = await approved({ text: "Лише раз" }, [await picture("once")]);
    await sandbox("POST", "faults", {
      platform: "instagram",
      method: "POST",
      path: "/media_publish",
      afterWrite: true,
      answer: "close",
    });
    await goOut(post);
    await published(post);
    expect((await account()).media.filter(({ caption }) => caption === "Лише раз")).toHaveLength(1);
  }, 180_000);

  it("refuses before anything is scheduled what the platform would refuse, with a cure in the member's language", async () => {
    const wide = await upload("wide.png", "image/png", png(3000, 1000));
    const post = await approved({ text: "Завеликий розмах" }, [wide]);
    const refused = await demo.client.try<{ error: { details: { code: string; message: string; cure: string }[] } }>(
      "POST",
      `/api/posts/${post}/schedule`,
      { when: { now: true } },
    );
    expect(refused.status).toBe(400);
    expect(refused.body.error.details).toMatchObject([
      { code: "image-type-refused", cure: "Збережіть файл як JPEG і завантажте знову." },
      { code: "image-too-flat", cure: "Обріжте з боків і завантажте знову." },
    ]);
  });

  it("answers no handshake and takes no delivery that Instagram did not make", async () => {
    const address = `${machine.url}/hooks/instagram`;
    expect((await fetch(`${address}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x`)).status).toBe(403);
    const status = (await fetch(address, { method: "POST", body: "{}" })).status;
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

interface Thread {
  readonly id: string;
  readonly excerpt: string;
}
interface ThreadView {
  readonly messages: readonly { readonly own: boolean; readonly text: string; readonly reply?: unknown }[];
}

const act = async (name: string, input: object): Promise<string> => {
  const said = { person: "Ірина Бойко", ...input };
  return (await sandbox<{ id: string }>("POST", `instagram/accounts/${accountId}/${name}`, said)).id;
};
const threads = async () => (await demo.client.ask<{ threads: Thread[] }>("GET", "/api/inbox?state=all")).threads;
const threadSaying = (text: string) =>
  until(`the inbox has «${text}»`, 60_000, async () => (await threads()).find(({ excerpt }) => excerpt === text));
const feedPost = async () => (await account()).media.find(({ product }) => product === "FEED")?.id;

/** Has one of the account's lists asked for, as the schedule does. */
async function look(subject: string): Promise<void> {
  const poll = { kind: "poll", workspaceId: demo.workspaceId, channelId, subject, attempt: 0 };
  const sqs = new SQSClient({
    endpoint: machine.cloud.gatewayUrl,
    region: machine.cloud.region,
    credentials: machine.cloud.operatorCredentials,
  });
  const QueueUrl = machine.cloud.resource("Reconcile").ref;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(poll) }));
  sqs.destroy();
}

describe("the inbox of Instagram", () => {
  it("takes in a comment by webhook and answers it once", async () => {
    const on = await act("comment", { on: await feedPost(), message: "Чи є щось без глютену?" });
    const thread = await threadSaying("Чи є щось без глютену?");
    const reply = { text: "Так, гречаний кекс.", clientKey: "second-platform-1" };
    for (const _ of [1, 2]) await demo.client.ask("POST", `/api/inbox/${thread.id}/reply`, reply);
    // The echo of our answer comes in as the account's own and becomes neither a thread nor another answer.
    await until("the echo is in", 60_000, async () => {
      const { messages } = await demo.client.ask<ThreadView>("GET", `/api/inbox/${thread.id}`);
      return messages.some(({ own, text, reply: pending }) => own && text === reply.text && !pending);
    });
    const { comments } = await account();
    expect(comments.filter(({ parentId }) => parentId === on).map(({ text }) => text)).toEqual([reply.text]);
  }, 180_000);

  it("fills in by polling a comment and a message whose webhooks were lost", async () => {
    await sandbox("PUT", "instagram/settings", { held: true });
    await act("comment", { on: await feedPost(), message: "Загублений коментар" });
    await act("message", { message: "Загублене повідомлення" });
    for (const subject of ["comments", "conversations"]) await look(subject);
    await threadSaying("Загублений коментар");
    await threadSaying("Загублене повідомлення");
  }, 180_000);
});
