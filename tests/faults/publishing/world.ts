import type { ChannelCall } from "#core/channels/connector.ts";
import type { Queue } from "#core/kernel/queue.ts";
import type { PublishMessage, SettleMessage } from "#core/publishing/index.ts";
import { type FunctionName, functionCatalog } from "#infra/function-catalog.ts";
import { doubleManifest } from "#tests/support/platform-double.ts";
import { aChannel, anAsset, aPost } from "#tests/support/publishing-world.ts";
import type { Delivery, Engine, EngineDeps } from "./engine.ts";
import { guard } from "./guard.ts";
import type { Worker } from "./pace-watch.ts";
import { type ApiCall, channelIdOf, personsModel, postIdOf, wordingOf } from "./persons.ts";
import { platformModel, type VisiblePost } from "./platform.ts";
import { type Delivered, natureOf, sqsModel } from "./queues.ts";
import { channelNames, type Schedule } from "./schedule.ts";
import { type Ending, type MadeCall, type Process, simulation } from "./simulation.ts";
import { storesModel } from "./stores.ts";
import { type Breach, breachesOf } from "./verdict.ts";

/** The functions' timeouts, ms, and the queues' numbers, as infra gives them to the real ones. */
const timeoutOf = (name: FunctionName): number => functionCatalog[name].timeoutSeconds * 1000;
const timeouts = {
  publish: timeoutOf("publish"),
  settle: timeoutOf("reconcile"),
  tick: timeoutOf("tick"),
  api: timeoutOf("api"),
} as const;

const startMs = Date.parse("2026-11-23T08:00:05Z");
/** Every publication of a run is over within three days of virtual time, or it is stuck. */
const horizonMs = 72 * 3_600_000;
const minute = 60_000;
/** Further than any tick looks ahead. */
const quiet = 10 * minute;

/** The stub needs no network. */
const http: ChannelCall["http"] = { send: async () => ({ kind: "no-answer", cause: "refused-address", sent: false }) };

/** What a run came to. */
export interface Outcome {
  readonly breaches: readonly Breach[];
  /** Every call of the run in order: the places where a fault can strike. */
  readonly calls: readonly MadeCall[];
  /** What became visible, in its order. */
  readonly posts: readonly VisiblePost[];
}

/** Plays one schedule with an engine, to the end. */
export async function play(engine: Engine, schedule: Schedule): Promise<Outcome> {
  const sim = simulation(startMs, schedule.jitter, schedule.faults);
  const { pace } = doubleManifest;
  const stores = storesModel(sim, pace);
  const { watch } = stores;
  const platform = platformModel(sim, schedule, watch);
  // A channel's page on the platform has the same name.
  for (const id of channelNames) stores.channelItems.set(id, aChannel({ id, remoteId: id, name: id }));

  /** Starts a function; what it is made of is there for each worker in it. */
  const started = <T>(
    name: keyof typeof timeouts,
    body: (worker: (one: Worker) => EngineDeps) => Promise<T>,
    ended: (ending: Ending<T>) => void,
  ): void => sim.start(name, timeouts[name], (process) => body((worker) => depsOf(process, worker)), ended);
  const aWorker = (name: string): Worker => ({ name, awakeAt: sim.clock.nowMs() });

  /** A function that works a batch of messages together, as its handler does: those that failed come back alone. */
  const worked = <M>(
    name: "publish" | "settle",
    work: (deps: EngineDeps, message: M, delivery: Delivery) => Promise<unknown>,
    batch: readonly Delivered<M>[],
    over: () => void,
  ): void => {
    const well = new Map<Delivered<M>, Worker>();
    const all = (depsFor: (worker: Worker) => EngineDeps) =>
      batch.map(async (each) => {
        const worker = aWorker(name);
        const { message, redelivered } = each;
        await work(depsFor(worker), message, { redelivered }).then(
          () => well.set(each, worker),
          () => {},
        );
      });
    started(
      name,
      (depsFor) => Promise.all(all(depsFor)),
      ({ kind }) => {
        over();
        if (kind !== "returned") return;
        for (const [each, worker] of well) {
          watch.endedWell(worker);
          each.ended(true);
        }
      },
    );
  };
  const publishing = sqsModel<PublishMessage>(sim, natureOf("publish"), schedule.duplicates, (batch, over) =>
    worked("publish", engine.publish, batch, over),
  );
  const settling = sqsModel<SettleMessage>(sim, natureOf("reconcile"), schedule.duplicates, (batch, over) =>
    worked("settle", engine.settle, batch, over),
  );

  const watched = (worker: Worker, queue: Queue<PublishMessage>): Queue<PublishMessage> => ({
    ...queue,
    sendAll: async (list) => {
      for (const { message } of list.filter(({ message }) => message.started)) {
        const found = stores.all().find(({ id }) => id === message.publicationId);
        watch.sent(worker, message, found?.channelId ?? "");
      }
      await queue.sendAll(list);
    },
  });

  /** Everything as one worker sees it: each call of it is a place where others come between. */
  const depsOf = (process: Process, worker: Worker): EngineDeps => {
    const guarded = <Port extends object>(name: string, port: Port): Port => guard(sim, process, name, port);
    const { ports } = stores;
    const { publications, paces } = stores.portsOf(worker);
    const connector = platform.connectorOf(process, worker);
    const open = async (channel: { remoteId: string }): Promise<ChannelCall | null> =>
      tokens.shift() === "sealed"
        ? null
        : { http, channelRemoteId: channel.remoteId, accessToken: "token", nowMs: sim.clock.nowMs() };
    return {
      clock: sim.clock,
      publications: guarded("publications", publications),
      publishedPosts: guarded("publishedPosts", ports.publishedPosts),
      paces: guarded("paces", paces),
      paceOf: () => pace,
      posts: guarded("posts", ports.posts),
      assets: guarded("assets", ports.assets),
      channels: guarded("channels", ports.channels),
      linkSettings: guarded("linkSettings", ports.linkSettings),
      shortLinks: guarded("shortLinks", ports.shortLinks),
      wordBooks: ports.wordBooks,
      campaigns: ports.campaigns,
      publicUrl: "https://dopys.example",
      objects: ports.objects,
      workspaces: ports.workspaces,
      events: guarded("events", ports.events),
      publishQueue: guarded("publishQueue", watched(worker, publishing)),
      settleQueue: guarded("settleQueue", settling),
      channelCalls: { open },
      connectorFor: () => connector,
      sleep: async (ms) => {
        await sim.sleep(process, ms);
        worker.awakeAt = sim.clock.nowMs();
      },
    };
  };

  const api: ApiCall = (_name, body, answered) =>
    started(
      "api",
      (depsFor) => body(depsFor(aWorker("api"))),
      (ending) => answered(ending.kind === "returned" ? ending.value : false),
    );
  const persons = personsModel(sim, api, schedule.posts);

  /** A tick in each minute in which one could find something to do, anywhere within it. */
  const tickInMinute = (start: number): void => {
    const offset = schedule.jitter === 0 ? minute / 2 : sim.chance(58_000);
    sim.after(Math.max(0, start + offset - sim.clock.nowMs()), () => {
      started(
        "tick",
        (depsFor) => engine.tick(depsFor(aWorker("tick"))),
        () => {},
      );
      sim.after(start + minute - sim.clock.nowMs(), () => nextTick(start + minute));
    });
  };
  const nextTick = (from: number): void => {
    const next = persons.busy() || actsLeft > 0 ? from : Math.floor((stores.nextWake() - quiet) / minute) * minute;
    if (Number.isFinite(next)) tickInMinute(Math.max(from, next));
  };

  const tokens = [...schedule.tokens];
  let actsLeft = schedule.acts.length;
  await Promise.all(
    schedule.posts.map(async (planned, index) => {
      const channelIds = [...planned.channels];
      const base = wordingOf(index, 1, planned);
      const assetIds = [...base.mediaIds, "asset_thread"];
      for (const id of assetIds) await stores.assetItems.create(anAsset({ id, key: `media/ws_1/${id}` }));
      await stores.postItems.create(aPost({ id: postIdOf(index), base, channelIds }));
    }),
  );
  for (const [index, post] of schedule.posts.entries()) persons.schedule(post, index, startMs);
  for (const [number, act] of schedule.acts.entries()) {
    const dueInMs = schedule.posts[act.post]?.dueInMs;
    sim.after(Math.max(0, (dueInMs ?? 0) + act.offsetMs), () => {
      actsLeft -= 1;
      if (act.kind === "cut-channel") void stores.ports.channels.markReconnect("ws_1", channelIdOf(0), "190");
      else if (dueInMs !== undefined) persons.act(act, number);
    });
  }
  tickInMinute(Math.floor(startMs / minute) * minute);
  const quietened = await sim.run(startMs + horizonMs);
  const { promises } = persons;
  const facts = {
    publications: stores.all(),
    posts: platform.posts,
    events: stores.events,
    promises,
    quietened,
    paces: watch,
  };
  return { breaches: breachesOf(facts), calls: sim.calls, posts: platform.posts };
}
