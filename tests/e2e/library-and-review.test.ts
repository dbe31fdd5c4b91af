import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, apiClient, signIn } from "#local/demo/client.ts";
import { type DemoWorkspace, setUpDemoWorkspace, signInLinkOf } from "#local/demo/set-up.ts";
import { demoZone } from "#local/demo/zone.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";
import { png, video } from "#tests/support/media-files.ts";

interface Upload {
  readonly asset: { id: string };
  readonly upload: { url: string; headers: Record<string, string> };
}
interface Asset {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
}
interface Refusal {
  readonly error: { code: string; message: string; details?: { message: string }[] };
}
interface Post {
  readonly post: { id: string; version: number; state: string; history: { what: string; actor: { name?: string } }[] };
}
interface Page {
  readonly seen: string;
  readonly channels: { content: { text: string }; media: { url: string }[] }[];
  readonly answer?: { isCurrent: boolean };
}

let machine: TestMachine;
let demo: DemoWorkspace;
let author: ApiClient;
let nobody: ApiClient;

beforeAll(async () => {
  machine = await startTestMachine();
  demo = await setUpDemoWorkspace(machine);
  const email = "author@lystok.example";
  await demo.client.ask("POST", "/api/members", { email, name: "Автор", role: "author", language: "en" });
  author = apiClient(machine.url);
  await signIn(author, await signInLinkOf(machine, email));
  nobody = apiClient(machine.url, "uk");
}, 120_000);
afterAll(() => machine?.stop());

/** Sends a file as a browser does: announce, PUT to the bucket, complete. */
async function send(fileName: string, contentType: string, file: Uint8Array, folder?: string) {
  const announced = { fileName, contentType, bytes: file.length, ...(folder && { folder }) };
  const { asset, upload } = await author.ask<Upload>("POST", "/api/media", announced);
  const put = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: new Uint8Array(file) });
  expect(put.status).toBe(200);
  return author.try<{ asset: Asset } & Refusal>("POST", `/api/media/${asset.id}/complete`, {});
}

const draft = (text: string, mediaIds: string[] = []) => ({ base: { text, mediaIds }, channelIds: [demo.channel.id] });
const read = async (id: string) => (await author.ask<Post>("GET", `/api/posts/${id}`)).post;

const inAMonth = () =>
  Temporal.Now.zonedDateTimeISO(demoZone).add({ days: 30 }).toPlainDateTime().toString({ smallestUnit: "second" });

describe("the media library", () => {
  it("keeps the good files of several and refuses the bad ones by name", async () => {
    const film = video({ turned: true, durationMs: 61_500 }, "index-last", 2_000_000);
    const [good, cut, text] = [
      await send("фільм.mp4", "video/mp4", film, "Осінь"),
      await send("уривок.mp4", "video/mp4", film.slice(0, -40)),
      await send("не фото.png", "image/png", Buffer.from("just words ".repeat(20))),
    ];
    expect(good.body.asset).toMatchObject({ width: 720, height: 1280, durationMs: 61_500 });
    expect([cut.status, cut.body.error.code, text.status, text.body.error.code]).toEqual([
      400,
      "media-cut-off",
      400,
      "media-type-unsupported",
    ]);
    expect(cut.body.error.message).toContain("уривок.mp4");
    const inFolder = await author.ask<{ assets: Asset[] }>("GET", `/api/media?folder=${encodeURIComponent("Осінь")}`);
    expect(inFolder.assets.map(({ id }) => id)).toEqual([good.body.asset.id]);
    expect(await author.ask("GET", "/api/media/folders")).toEqual({ folders: ["Осінь"] });
  });

  it("removes a file only when nothing on the calendar shows it, and says what does", async () => {
    const { id } = (await send("меню.png", "image/png", png(800, 600))).body.asset;
    const { post } = await demo.client.ask<Post>("POST", "/api/posts", draft("Меню тижня", [id]));
    await demo.client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
    await demo.client.ask("POST", `/api/posts/${post.id}/schedule`, {
      when: { at: inAMonth(), timeZone: demoZone },
    });
    const uses = await author.ask<{ posts: { id: string }[] }>("GET", `/api/media/${id}/uses`);
    expect(uses.posts.map((use) => use.id)).toEqual([post.id]);
    const refused = await author.try<Refusal>("DELETE", `/api/media/${id}`);
    expect([refused.status, refused.body.error.code]).toEqual([409, "asset-is-scheduled"]);
    expect(refused.body.error.details?.[0]?.message).toContain("Меню тижня");
    const { version } = await read(post.id);
    await demo.client.ask("POST", `/api/posts/${post.id}/cancel`, { version });
    const shown = (await author.try<{ location: string }>("GET", `/api/media/${id}`)).body.location;
    expect((await fetch(shown)).status).toBe(200);
    expect((await author.try("DELETE", `/api/media/${id}`)).status).toBe(200);
    expect((await fetch(shown)).status).toBe(404);
    expect((await author.try("GET", `/api/media/${id}`)).status).toBe(404);
  });
});

describe("a review link", () => {
  const linkBy = async (client: ApiClient, postId: string) => {
    const input = { language: "uk", label: "Олена", days: 7 };
    const made = await client.ask<{ id: string; url: string }>("POST", `/api/posts/${postId}/review-links`, input);
    return { id: made.id, path: `/api${new URL(made.url).pathname}`, page: made.url };
  };
  const written = async (mediaIds: string[] = []) => {
    const { post } = await author.ask<Post>("POST", "/api/posts", draft("Осіннє меню", mediaIds));
    await author.ask("POST", `/api/posts/${post.id}/submit`, { version: post.version });
    return post.id;
  };
  const answer = (path: string, seen: string, body: object = { verdict: "approve" }) =>
    nobody.try<Refusal>("POST", path, { seen, name: "Олена", ...body });

  it("opens the post for somebody without an account, who approves it in their name", async () => {
    const { id: assetId } = (await send("суп.png", "image/png", png(900, 900))).body.asset;
    const postId = await written([assetId]);
    const { path, page } = await linkBy(demo.client, postId);
    expect((await fetch(page)).headers.get("content-type")).toContain("text/html");
    const shown = await nobody.ask<Page>("GET", path);
    expect(shown.channels[0]?.content.text).toBe("Осіннє меню");
    expect((await fetch(shown.channels[0]?.media[0]?.url ?? "")).status).toBe(200);
    for (const secret of [postId, demo.channel.id, assetId, "author@lystok.example"]) {
      const told = JSON.stringify(shown, (key, value: unknown) => (key === "url" ? undefined : value));
      expect(told).not.toContain(secret);
    }
    const mails = machine.cloud.mail?.listMails().length ?? 0;
    expect((await answer(path, shown.seen, { verdict: "approve", note: "Смачно" })).status).toBe(200);
    const post = await read(postId);
    expect([post.state, post.history.at(-1)?.actor.name]).toEqual(["approved", "Олена"]);
    expect((await answer(path, shown.seen)).body.error.code).toBe("review-answered");
    await expect
      .poll(
        () =>
          machine.cloud.mail
            ?.listMails()
            .slice(mails)
            .map(({ to }) => /<(.*)>/.exec(to.join())?.[1])
            .sort(),
        { timeout: 20_000 },
      )
      .toEqual(["author@lystok.example", "owner@lystok.example"]);
  }, 60_000);

  it("asks again after an edit, and refuses an answer to the version before", async () => {
    const postId = await written();
    const { path } = await linkBy(demo.client, postId);
    const before = await nobody.ask<Page>("GET", path);
    expect((await answer(path, before.seen)).status).toBe(200);
    const { version } = await read(postId);
    await demo.client.ask("PATCH", `/api/posts/${postId}`, { version, base: { text: "Нове", mediaIds: [] } });
    expect((await read(postId)).state).toBe("in-review");
    expect((await answer(path, before.seen)).body.error.code).toBe("review-outdated");
    const after = await nobody.ask<Page>("GET", path);
    expect([after.channels[0]?.content.text, after.answer?.isCurrent]).toEqual(["Нове", false]);
    expect((await answer(path, after.seen, { verdict: "request-changes", note: "Без цін" })).status).toBe(200);
    expect((await read(postId)).state).toBe("changes-requested");
  });

  it("of an author gathers opinions only", async () => {
    const postId = await written();
    const { path } = await linkBy(author, postId);
    const { seen } = await nobody.ask<Page>("GET", path);
    expect((await answer(path, seen)).status).toBe(200);
    expect(await read(postId)).toMatchObject({ state: "in-review" });
    expect((await read(postId)).history.at(-1)).toMatchObject({ what: "endorsed" });
  });

  it("is the same nothing when it is wrong or taken back, and opens nothing else", async () => {
    const postId = await written();
    const { id, path } = await linkBy(author, postId);
    const { seen } = await nobody.ask<Page>("GET", path);
    const nowhere = await nobody.try<Refusal>("GET", "/api/review/nonsense");
    expect([nowhere.status, nowhere.body.error.code]).toEqual([404, "review-link-invalid"]);
    const token = path.slice("/api/review/".length);
    const flip = (at: number) => `${token.slice(0, at)}${token[at] === "0" ? "1" : "0"}${token.slice(at + 1)}`;
    for (const wrong of [flip(20), flip(50), flip(60), token.slice(1), `${token}A`, token.toLowerCase()]) {
      expect(await nobody.try("GET", `/api/review/${wrong}`)).toEqual(nowhere);
      expect((await answer(`/api/review/${wrong}`, seen)).body).toEqual(nowhere.body);
    }
    for (const area of [`/api/posts/${postId}`, "/api/media", `/api/posts/${postId}/review-links`]) {
      expect([area, (await nobody.try("GET", area)).status]).toEqual([area, 401]);
    }
    const forged = await fetch(`${machine.url}${path}`, { method: "POST", body: "{}" });
    expect(forged.status).toBe(403);
    await author.ask("DELETE", `/api/posts/${postId}/review-links/${id}`);
    expect(await nobody.try("GET", path)).toEqual(nowhere);
    expect((await answer(path, seen)).body).toEqual(nowhere.body);
    expect(machine.logs.filter((line) => line.includes(token.slice(52)))).toEqual([]);
  });
});
