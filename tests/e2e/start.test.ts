import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, expect, it, vi } from "vitest";
import { buildSite, root } from "#local/build.ts";
import { apiClient, signIn } from "#local/demo/client.ts";
import { demoZone } from "#local/demo/zone.ts";
import { memoryFolder } from "#local/memory-folder.ts";

/** `npm start` as a process of its own, and what it has printed. */
interface Started {
  readonly process: ChildProcess;
  readonly printed: () => string;
  /** The address on a line such as `Dashboard  http://...`, once it is printed. */
  address(label: string): Promise<string>;
  /** The exit code once it has ended; `null` for one that was killed. */
  readonly ended: Promise<number | null>;
}

const folder = memoryFolder("start");
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

function start(port: number, data: string): Started {
  const child = spawn(
    process.execPath,
    [join(root, "packages", "local", "src", "start.ts"), "--port", String(port), "--data", join(folder, data)],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk));
  let hasEnded = false;
  const ended = once(child, "exit").then(([code]) => {
    hasEnded = true;
    running.delete(child);
    return code as number | null;
  });
  return {
    process: child,
    printed: () => text,
    ended,
    address: async (label) => {
      const found = () => new RegExp(`${label}\\s+(http\\S+)`).exec(text)?.[1];
      const address = await vi.waitUntil(() => found() ?? hasEnded, { timeout: 300_000, interval: 50 });
      if (address === true) throw new Error(`It ended before it said where ${label} is: ${text}`);
      return address;
    },
  };
}

it("keeps everything when it is killed, queues too, and goes on; a taken port is said; Ctrl-C ends it well", async () => {
  await buildSite();
  const first = start(0, "data");
  const url = await first.address("Dashboard");
  const client = apiClient(url);
  await signIn(client, await first.address("Sign in once"));
  const { channels } = await client.ask<{ channels: { id: string; platform: string }[] }>("GET", "/api/channels");
  const { post } = await client.ask<{ post: { id: string; version: number } }>("POST", "/api/posts", {
    base: { text: "Це було в черзі, коли живлення зникло" },
    channelIds: channels.filter(({ platform }) => platform === "facebook").map(({ id }) => id),
  });
  await client.ask("POST", `/api/posts/${post.id}/approve`, { version: post.version });
  // So near that it goes onto the publish queue at once, with a delay; the kill comes while it lies there.
  const at = Temporal.Now.zonedDateTimeISO(demoZone).add({ seconds: 12 }).toPlainDateTime().round("second");
  await client.ask("POST", `/api/posts/${post.id}/schedule`, { when: { at: at.toString() } });
  first.process.kill("SIGKILL");
  expect(await first.ended).toBeNull();

  const second = start(0, "data");
  expect(await second.address("Dashboard")).toBe(url);
  const taken = start(Number(new URL(url).port), "other");
  const stateOf = async () => {
    const { publications } = await client.ask<{ publications: { state: string }[] }>("GET", `/api/posts/${post.id}`);
    return publications.map(({ state }) => state);
  };
  await expect.poll(stateOf, { timeout: 60_000, interval: 200 }).toEqual(["published"]);
  const audience = await second.address("Audience page");
  const control = async <Body>(path: string) =>
    (await (await fetch(new URL(`/sandbox/facebook${path}`, audience))).json()) as Body;
  const [page] = await control<{ id: string }[]>("/pages");
  const { posts } = await control<{ posts: { message: string }[] }>(`/pages/${page?.id}`);
  expect(posts.filter(({ message }) => message.startsWith("Це було в черзі"))).toHaveLength(1);

  expect(await taken.ended).toBe(1);
  second.process.kill("SIGINT");
  expect(await second.ended).toBe(0);
  expect(taken.printed()).toContain(`Port ${new URL(url).port} is taken by another program.`);
}, 900_000);
