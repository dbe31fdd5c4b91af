import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { paceOf } from "#core/channels/paces.ts";
import { allPublications, type Publication } from "#core/publishing/index.ts";
import { siteDirectory, synthesizeLocally } from "#local/build.ts";
import { type Machine, startMachine } from "#local/machine.ts";
import { memoryFolder } from "#local/memory-folder.ts";
import type { Synthesis } from "#local/synthesis.ts";
import { benchWorkspace, type Seeded, seedChannels, seedPublications } from "./seed.ts";
import {
  distribution,
  doubledIn,
  latenesses,
  type PublishFigures,
  paceBreaches,
  percentile,
  type SeenPost,
} from "./verdict.ts";

/** Batches of the publish queue at work at once: a processor that has more of them only lets each wait longer. */
const batchesPerProcessor = 8;
const pollMs = 5_000;
/** Without progress for this long the bench gives up. */
const patienceMs = 5 * 60_000;
const mostTries = 5;

/**
 * Publishes `size` texts that are due in the same minute, through the queues and the bundles of the local cloud, on the
 * sandbox. `met` says that all were published, none twice, each within its channel's pace.
 */
export async function publishBench(options: {
  size: number;
  say: (line: string) => void;
  /** Publications on each channel: the more there are, the longer its pace makes the last one wait. */
  perChannel?: number;
}): Promise<{ figures: PublishFigures; met: boolean }> {
  const { size, say, perChannel = 20 } = options;
  process.env.TZ = "UTC";
  const folder = memoryFolder("bench");
  try {
    const machine = await startMachine({
      synthesis: paced(
        await synthesizeLocally(join(folder, "synthesis")),
        batchesPerProcessor * availableParallelism(),
      ),
      dataDir: join(folder, "data"),
      siteDirectory,
      ports: { http: 0, inbox: 0, sandbox: 0, gateway: 0 },
      seedSandbox: false,
      onLog: ({ line }) => {
        if (line.includes('"ERROR"')) say(line.slice(0, 400));
      },
      onTrouble: say,
    });
    try {
      return await run(machine, size, perChannel, say);
    } finally {
      await machine.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(machine: Machine, size: number, perChannel: number, say: (line: string) => void) {
  const began = Date.now();
  const channels = await seedChannels(machine, Math.max(1, Math.floor(size / perChannel)));
  const callsPerEmptyTick = await emptyTick(machine);
  const from = Math.ceil((Date.now() + seedingMs(size)) / 1000) * 1000;
  const tell = (stored: number) => say(`${stored} of ${size} on the calendar`);
  const seeded = await seedPublications(machine, { size, from, channels, tell });
  say(
    `${seeded.due} publications on ${channels.length} channels, due in the minute from ${new Date(from).toISOString()}`,
  );
  machine.cloud.meter.reset();
  await tick(machine, say);
  const publications = await untilOver(machine, seeded, from, say);
  const posts = await postsOn(machine);
  const published = publications.filter(({ state }) => state === "published");
  const { given, asked } = latenesses(published, posts);
  const breaches = paceBreaches(published, posts, paceOf("facebook") ?? { burst: 0, everyMs: 0 });
  const figures: PublishFigures = {
    due: seeded.due,
    published: published.length,
    doubled: doubledIn(posts),
    lost: seeded.due - published.length,
    lateMsP50: percentile(given, 0.5),
    lateMsP99: percentile(given, 0.99),
    writesPerPublication: rounded((seeded.due + writes(machine)) / seeded.due),
    mutationsPerPublication: rounded(publications.reduce((sum, { armings }) => sum + armings, 0) / seeded.due),
    callsPerEmptyTick,
  };
  tellAll(figures, { given, asked, breaches, seconds: (Date.now() - began) / 1000 }, say);
  const met = figures.lost === 0 && figures.doubled === 0 && posts.length === seeded.due && breaches.length === 0;
  return { figures, met };
}

/** Time to seed before the first is due, ms: measured at 200 writes a second on two busy cores. */
const seedingMs = (size: number): number => 10_000 + size * 5;

const functionNamed = (machine: Machine, name: string) => machine.cloud.resource(`local-dopys-${name}`);

/** One tick by its bundle, beside those of the schedule, which go on with what it does not get done. */
async function tick(machine: Machine, say: (line: string) => void = () => {}): Promise<void> {
  const done = await machine.cloud.invoker.invoke(functionNamed(machine, "tick").arn, {});
  if (!done.ok) say(`The first tick did not end: ${done.message}`);
}

/** The AWS calls of a tick that finds nothing, once its function is warm. */
async function emptyTick(machine: Machine): Promise<number> {
  await tick(machine);
  machine.cloud.meter.reset();
  await tick(machine);
  const { name } = functionNamed(machine, "tick");
  const lines = machine.cloud.meter.snapshot().filter(({ caller, phase }) => caller === name && phase === "invocation");
  return lines.reduce((sum, { calls }) => sum + calls, 0);
}

/** Writes to the table by the functions that publish. */
function writes(machine: Machine): number {
  const names = ["tick", "publish", "reconcile"].map((id) => functionNamed(machine, id).name);
  return machine.cloud.meter
    .snapshot()
    .filter(({ caller, service }) => service === "dynamodb" && names.includes(caller))
    .filter(({ action }) => /^(Put|Update|Delete)Item$/.test(action))
    .reduce((sum, { calls }) => sum + calls, 0);
}

/**
 * Waits until every publication is over, saying how many posts there are; gives up when nothing appears any more. The
 * table is only read at the end, so that looking does not slow down what is looked at.
 */
async function untilOver(
  machine: Machine,
  seeded: Seeded,
  from: number,
  say: (line: string) => void,
): Promise<readonly Publication[]> {
  const range = { from: from - 1, to: from + 120_000 };
  let [before, movedAt] = [0, Date.now()];
  for (;;) {
    const { length } = await postsOn(machine);
    if (length !== before) {
      [before, movedAt] = [length, Date.now()];
      say(
        `${Math.round((Date.now() - from) / 1000)} s after the minute began: ${length} of ${seeded.due} have appeared`,
      );
    }
    const isStuck = Date.now() - Math.max(movedAt, from) > patienceMs;
    if (length >= seeded.due || isStuck) {
      const all = await allPublications(seeded.publications, benchWorkspace, range);
      if (isStuck || all.every(({ nextAt }) => nextAt === undefined)) return all;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** What stands on the pages; asked again while the machine is too busy to answer. */
async function postsOn(machine: Machine): Promise<readonly SeenPost[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await fetch(`${machine.sandbox.url}/sandbox/facebook/posts`);
      return (await answer.json()) as SeenPost[];
    } catch (error) {
      if (tries === mostTries) throw error;
    }
  }
}

/** The templates with at most so many batches of the publish queue at work at once. */
function paced(synthesis: Synthesis, batches: number): Synthesis {
  const templates = structuredClone(synthesis.templates);
  for (const { Resources } of Object.values(templates)) {
    for (const [id, { Type, Properties }] of Object.entries(Resources ?? {})) {
      if (Type !== "AWS::Lambda::EventSourceMapping" || !Properties || !id.startsWith("Publish")) continue;
      Properties.ScalingConfig = { MaximumConcurrency: batches };
    }
  }
  return { ...synthesis, templates };
}

function tellAll(
  figures: PublishFigures,
  facts: { given: readonly number[]; asked: readonly number[]; breaches: readonly string[]; seconds: number },
  say: (line: string) => void,
): void {
  const { given, asked, breaches, seconds } = facts;
  const late = (sorted: readonly number[]) =>
    `p50 ${percentile(sorted, 0.5)} ms, p99 ${percentile(sorted, 0.99)} ms, most ${sorted.at(-1) ?? 0} ms`;
  say(`published ${figures.published} of ${figures.due}, doubled ${figures.doubled}, lost ${figures.lost}`);
  say(`late against the second that the channel's pace gave: ${late(given)}`);
  for (const line of distribution(given)) say(line);
  say(`late against the second asked for: ${late(asked)}`);
  for (const line of distribution(asked)) say(line);
  say(`writes ${figures.writesPerPublication}, mutations ${figures.mutationsPerPublication} a publication`);
  say(`an empty tick makes ${figures.callsPerEmptyTick} calls`);
  say(breaches.length === 0 ? "every channel kept its pace" : breaches.slice(0, 20).join("\n"));
  say(`took ${Math.round(seconds)} s`);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
