import { paceOf } from "#core/channels/paces.ts";
import { enqueueDue, handlePublishMessage, type Publication, type PublishMessage } from "#core/publishing/index.ts";
import { functionCatalog } from "#infra/function-catalog.ts";
import { guard } from "#tests/faults/publishing/guard.ts";
import { natureOf, sqsModel } from "#tests/faults/publishing/queues.ts";
import { type Process, simulation } from "#tests/faults/publishing/simulation.ts";
import { memoryPaces, memoryPublications } from "#tests/support/memory-publications.ts";
import { aChannel, aPost, aPublication, publishingWorld } from "#tests/support/publishing-world.ts";

const startMs = Date.parse("2026-11-23T08:00:05Z");
const minute = 60_000;
/** How long the platform takes for a post, ms. Each call to AWS takes 20. */
const platformMs = 600;

/**
 * Publishes `size` texts that are due within one minute on so many channels, in the time of a model: AWS and the platform
 * have answers ready whatever is asked at once, and the queue, the batches and the functions' patience are those of the
 * infrastructure. It tells what the engine and these numbers allow, on whatever machine; answers the publications.
 */
export async function publishOnAModel(size: number, channels: number): Promise<readonly Publication[]> {
  const sim = simulation(startMs, 0, [], 100 * size);
  const world = publishingWorld();
  const publications = memoryPublications();
  const paces = memoryPaces();
  const from = startMs + 2 * minute;
  for (let index = 0; index < size; index += 1) {
    const [channelId, postId] = [`chan_${index % channels}`, `post_${index}`];
    const dueAt = from + ((index * 7) % 60) * 1000;
    world.channelItems.set(channelId, aChannel({ id: channelId }));
    await world.posts.create(aPost({ id: postId, state: "scheduled" }));
    await publications.create(
      aPublication({ id: `pub_${index}`, postId, channelId, dueAt, nextAt: dueAt, wakeAt: dueAt }),
    );
  }
  const depsOf = (process: Process): typeof world.deps => {
    const connector = world.deps.connectorFor("double");
    const publish = connector?.publish;
    if (!publish) throw new Error("The double publishes");
    const nextStep: typeof publish.nextStep = (content, receipts) => {
      const step = publish.nextStep(content, receipts);
      return { ...step, run: (call) => sim.sleep(process, platformMs).then(() => step.run(call)) };
    };
    return {
      ...world.deps,
      clock: { ...world.deps.clock, nowMs: sim.clock.nowMs },
      publications: guard(sim, process, "publications", publications),
      paces: guard(sim, process, "paces", paces),
      paceOf: () => paceOf("facebook"),
      posts: guard(sim, process, "posts", world.deps.posts),
      channels: guard(sim, process, "channels", world.deps.channels),
      events: guard(sim, process, "events", world.deps.events),
      publishQueue: guard(sim, process, "publishQueue", queue),
      connectorFor: () => ({ ...connector, publish: { ...publish, nextStep } }),
      sleep: (ms) => sim.sleep(process, ms),
    };
  };
  const queue = sqsModel<PublishMessage>(sim, natureOf("publish"), [], (batch, over) =>
    sim.start(
      "publish",
      functionCatalog.publish.timeoutSeconds * 1000,
      (process) =>
        Promise.all(
          batch.map(async ({ message, ended }) => {
            await handlePublishMessage(depsOf(process), message);
            ended(true);
          }),
        ),
      over,
    ),
  );
  const tickAt = (at: number): void =>
    sim.after(at - sim.clock.nowMs(), () => {
      const { timeoutSeconds } = functionCatalog.tick;
      sim.start(
        "tick",
        timeoutSeconds * 1000,
        (process) => enqueueDue(depsOf(process)),
        () => {},
      );
      if (publications.all().some(({ wakeAt }) => wakeAt !== undefined)) tickAt(at + minute);
    });
  tickAt(startMs + minute / 2);
  await sim.run(startMs + 60 * minute);
  return publications.all();
}
