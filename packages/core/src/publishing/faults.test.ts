import { describe, expect, it } from "vitest";
import { type Fault, faultsAt } from "#tests/support/faults.ts";
import type { Behaviour } from "#tests/support/platform-double.ts";
import { aChannel, anAsset, aPost, member, publishingWorld } from "#tests/support/publishing-world.ts";
import { isFinal, type Publication, publicationIdOf } from "./model.ts";
import { schedulePost } from "./schedule-post.ts";
import { followUpsIn } from "./turn.ts";

const id = publicationIdOf("post_1", "chan_1");

/** Twice the same words: a part must not be taken for the other. */
const part = { text: "Далі буде", mediaIds: [] };

const courses: Record<string, { post: Parameters<typeof aPost>[0]; platform: readonly Behaviour[] }> = {
  "a text": { post: {}, platform: [] },
  "an image with its upload": { post: { base: { text: "Осіннє меню", mediaIds: ["asset_1"] } }, platform: [] },
  "a post the platform works on": { post: {}, platform: ["accepts"] },
  "a post whose answer gets lost": { post: {}, platform: ["publishes-silently"] },
  "a post with a thread and a first comment": {
    post: { base: { text: "Осіннє меню", mediaIds: [], firstComment: "Адреса", thread: [part, part] } },
    platform: [],
  },
  "a post that the platform swallows": { post: {}, platform: ["swallows"] },
};

/** Schedules and lets time pass, with faults; the person who schedules tries again until it is accepted. */
async function run(course: string, ...faults: readonly Fault[]) {
  const world = publishingWorld(faultsAt(...faults));
  world.channelItems.set("chan_1", aChannel());
  await world.assets.create(anAsset());
  const { post, platform } = courses[course] ?? { post: {}, platform: [] };
  await world.posts.create(aPost(post));
  world.platform.next(...platform);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    world.faults.newWorker();
    const input = { postId: "post_1", when: { at: "2026-11-23T10:03:00" } };
    const done = await schedulePost(world.deps, member(), input).catch(() => null);
    if (done?.ok) break;
  }
  await world.settle();
  return { world, publication: await world.publication(id) };
}

/** Everything that is to follow the post stands below it, in its order, each once. */
const followsOnce = ({ platform }: Awaited<ReturnType<typeof run>>["world"], publication: Publication): boolean => {
  const wanted = followUpsIn(publication.content).map(({ text }) => text);
  const known = (publication.followUps ?? []).map(({ remoteId }) => remoteId);
  return (
    platform.below.map(({ text }) => text).join() === wanted.join() &&
    platform.below.map(({ id: remoteId }) => remoteId).join() === known.join()
  );
};

it("records an answer at once although the store fails under it, so that nobody has to look", async () => {
  const { calls } = (await run("a text")).world.faults;
  const call = calls.indexOf("platform.post") + 2;
  expect(calls[call - 1]).toBe("publications.save");
  for (const moment of ["before", "after"] as const) {
    const { world, publication } = await run("a text", { call, moment, kind: "throws" });
    expect(publication.publishedAt).toBe(publication.dueAt);
    expect(world.events.map(({ type }) => type)).not.toContain("publication.unconfirmed");
  }
});

describe.each(Object.keys(courses))("%s, with a fault at every call in turn", (course) => {
  it("is published once, whatever fails or dies at whatever moment", async () => {
    const calls = (await run(course)).world.faults.calls;
    const broken: string[] = [];
    for (let call = 1; call <= calls.length; call += 1) {
      for (const moment of ["before", "after"] as const) {
        for (const kind of ["throws", "dies"] as const) {
          const { world, publication } = await run(course, { call, moment, kind });
          const fine =
            world.platform.posts.length === 1 &&
            publication.state === "published" &&
            publication.remoteId === "remote_1" &&
            followsOnce(world, publication) &&
            world.events.some(({ type }) => type === "publication.published");
          if (!fine) {
            broken.push(
              `${call} ${calls[call - 1]} ${kind} ${moment}: ${publication.state}, ${world.platform.posts.length} posts`,
            );
          }
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it("ends and leaves nothing waiting, whatever two calls fail", async () => {
    const total = (await run(course)).world.faults.calls.length;
    const broken: string[] = [];
    for (let first = 1; first <= total; first += 3) {
      for (let second = first + 1; second <= total + 6; second += 4) {
        const kind = (first + second) % 2 === 0 ? "throws" : "dies";
        const moment = (first + second) % 3 === 0 ? "before" : "after";
        const faults: Fault[] = [
          { call: first, moment: "after", kind: "dies" },
          { call: second, moment, kind },
        ];
        const { world, publication } = await run(course, ...faults);
        const fine =
          world.platform.posts.length === 1 &&
          isFinal(publication) &&
          followsOnce(world, publication) &&
          world.messages.length === 0;
        if (!fine) broken.push(`${JSON.stringify(faults)}: ${publication.state}, ${world.platform.posts.length} posts`);
      }
    }
    expect(broken).toEqual([]);
  });
});
