import { afterAll, beforeAll, expect, it } from "vitest";
import { publishedPostRepository } from "#core/adapters/dynamo/published-post-repository.ts";
import { isFinal, publicationIdOf } from "#core/publishing/index.ts";
import { sandboxPage } from "#local/demo/page.ts";
import { type DemoWorkspace, setUpDemoWorkspace } from "#local/demo/set-up.ts";
import { writeParameters } from "#local/parameters.ts";
import { startTestMachine, type TestMachine } from "#tests/support/machine.ts";
import { countOf, crashPlan } from "./crash-plan.ts";
import { type Crossing, openCrossing } from "./crossing.ts";
import { impatient, waiting } from "./waiting.ts";

const redeliverySeconds = 20;
const plan = crashPlan(/-publish$/);
/** Publications by what their texts begin with. */
const byText = new Map<string, string>();
const publicationOf = (body: string) => byText.get(/№\d+\./.exec(body)?.[0] ?? "");

let machine: TestMachine;
let crossing: Crossing;
let demo: DemoWorkspace;

beforeAll(async () => {
  machine = await startTestMachine({
    strike: plan.strike,
    adjust: (synthesis) => impatient(synthesis, redeliverySeconds),
  });
  const { url, endpoints } = machine.sandbox;
  crossing = await openCrossing({ target: () => url, plan, publicationOf, kill: machine.cloud.kill });
  await writeParameters(machine.cloud, "local", JSON.parse(JSON.stringify(endpoints).replaceAll(url, crossing.url)));
  demo = await setUpDemoWorkspace(machine);
}, 240_000);
afterAll(async () => {
  await crossing?.stop();
  await machine?.stop();
});

/** Publishes a post with a first comment, now; answers its publication's id. */
async function publish(number: number, prepare: (publicationId: string) => void = () => {}): Promise<string> {
  const { client, channel } = demo;
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text: `№${number}. Гарбузовий лате`, firstComment: `№${number}. Ярославів Вал, 21` },
    channelIds: [channel.id],
  });
  const publicationId = publicationIdOf(post.id, channel.id);
  byText.set(`№${number}.`, publicationId);
  prepare(publicationId);
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { now: true } });
  return publicationId;
}

it("publishes post and comment once, whichever call their worker dies over", { timeout: 400_000 }, async () => {
  const clock = waiting(machine, demo.workspaceId, demo.channel.id);
  const whole = await publish(0);
  await clock.quiet();
  const calls = plan.calls(whole);
  expect(calls.filter((call) => call.startsWith("platform"))).toHaveLength(2);

  const crashes = calls.flatMap((name, index) =>
    (["before", "after"] as const).map((moment) => ({ name, nth: countOf(calls.slice(0, index + 1), name), moment })),
  );
  const ids = [whole];
  while (ids.length <= crashes.length) {
    // Few at a time, so that the channel's pace lets each begin at once, as the first one did.
    const next = crashes.slice(ids.length - 1, ids.length + 3);
    const first = ids.length;
    await clock.rested();
    ids.push(...(await Promise.all(next.map((crash, at) => publish(first + at, (id) => plan.crash(id, crash))))));
  }
  for (let round = 0; round < 12; round += 1) {
    if ((await clock.all(ids)).every(isFinal)) break;
    await clock.pass(ids, 130_000);
  }
  await clock.drained();

  // On a slow machine the first one may have taken more calls than others do: those were over before their crash.
  for (const [id, { name, nth }] of plan.spared()) expect(countOf(plan.calls(id), name)).toBeLessThan(nth);
  const everywhere = calls.flatMap((call) => [`${call} before`, `${call} after`]);
  expect(plan.struck()).toEqual(expect.arrayContaining(everywhere));
  const { posts, comments } = await sandboxPage(machine, demo.pageId).state();
  const remembered = publishedPostRepository(clock.dynamo);
  for (const { id, state, remoteId = "", content, followUps } of await clock.all(ids)) {
    const seen = {
      state,
      comment: followUps?.map((followUp) => followUp.state),
      posts: posts.filter(({ message }) => message === content.text).map((post) => post.id),
      comments: comments.filter(({ message }) => message === content.firstComment).map((comment) => comment.id),
      announced: (await remembered.find(demo.workspaceId, demo.channel.id, remoteId))?.publicationId,
    };
    expect([plan.calls(id), seen]).toEqual([
      plan.calls(id),
      {
        state: "published",
        comment: ["published"],
        posts: [remoteId],
        comments: [followUps?.[0]?.remoteId],
        announced: id,
      },
    ]);
  }
});
