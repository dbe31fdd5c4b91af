import { Temporal } from "temporal-polyfill";
import { type Figures, must, until } from "./figures.ts";
import type { SandboxPage } from "./page.ts";
import { uploadPicture } from "./picture.ts";
import type { DemoWorkspace } from "./set-up.ts";
import { demoZone } from "./zone.ts";

const text = "Гарбузовий лате повернувся! До кінця листопада другий, для друга, з половинною знижкою: приходьте вдвох.";

/** A second within the next minute that the next tick comes before: the tick is what hands the post out. */
function nextSecond(now: number): number {
  const nextTick = (Math.floor(now / 60_000) + 1) * 60_000;
  return Math.ceil(Math.max(now + 25_000, nextTick + 5000) / 1000) * 1000;
}

/** Writes a post with a picture and a link, has it approved and scheduled, and waits for it on the page. */
export async function publishStep(
  workspace: DemoWorkspace,
  page: SandboxPage,
  figures: Figures,
  say: (line: string) => void,
): Promise<{ remoteId: string; postId: string }> {
  const { client, channel } = workspace;
  const assetId = await uploadPicture(client);
  say("picture uploaded straight to the bucket and recognised by its bytes");
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text, link: "https://lystok.example/latte", mediaIds: [assetId] },
    channelIds: [channel.id],
    topic: "Осіннє меню",
  });
  const submitted = await client.ask<{ post: { version: number } }>("POST", `/api/posts/${post.id}/submit`, {
    version: post.version,
  });
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: submitted.post.version });
  const dueAt = nextSecond(Date.now());
  const local = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(demoZone).toPlainDateTime();
  await client.ask("POST", `/api/posts/${post.id}/schedule`, {
    when: { at: local.toString({ smallestUnit: "second" }), timeZone: demoZone },
  });
  say(`approved and scheduled for ${local.toPlainTime()} (Kyiv), in ${Math.round((dueAt - Date.now()) / 1000)} s`);
  const matching = async () => (await page.state()).posts.filter(({ message }) => message?.startsWith(text));
  const [first] = await until("the post is on the page", dueAt - Date.now() + 20_000, async () => {
    const found = await matching();
    return found.length > 0 && found;
  });
  must(first, "the post is on the page");
  figures.publishedLateMs = first.createdAt - dueAt;
  must(Math.abs(figures.publishedLateMs) <= 2000, `on the second: it was ${figures.publishedLateMs} ms late`);
  must(first.photos.length === 1, "the post carries its picture");
  await until("the post is recorded as published", 10_000, async () => {
    const view = await client.ask<{ publications: { state: string }[] }>("GET", `/api/posts/${post.id}`);
    return view.publications.every(({ state }) => state === "published");
  });
  figures.publishedTimes = (await matching()).length;
  must(figures.publishedTimes === 1, `on the page once, not ${figures.publishedTimes} times`);
  say(`on the page once, ${figures.publishedLateMs} ms after the second asked for`);
  return { remoteId: first.id, postId: post.id };
}
