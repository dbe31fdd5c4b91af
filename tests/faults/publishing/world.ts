import type { ChannelCall } from "#core/channels/connector.ts";
import type { PublishMessage, SettleMessage } from "#core/publishing/index.ts";
import { aChannel, anAsset, aPost } from "#tests/support/publishing-world.ts";
import type { Engine, EngineDeps } from "./engine.ts";
import { type ApiCall, channelIdOf, personsModel, postIdOf, wordingOf } from "./persons.ts";
import { platformModel } from "./platform.ts";
import { sqsModel } from "./queues.ts";
import type { Schedule } from "./schedule.ts";
import { type Ending, type MadeCall, type Process, simulation } from "./simulation.ts";
import { storesModel } from "./stores.ts";
import { type Breach, breachesOf } from "./verdict.ts";

/** The functions' timeouts, ms, and the queues' numbers, as infra gives them to the real ones. */
const timeouts = { publish: 60_000, settle: 60_000, tick: 50_000, api: 28_000 } as const;
const publishQueue = { visibilityMs: 360_000, maxReceives: 5 };
const settleQueue = { visibilityMs: 360_000, maxReceives: 3 };

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
}

/** Plays one schedule with an engine, to the end. */
export async function play(engine: Engine, schedule: Schedule): Promise<Outcome> {
  const sim = simulation(startMs, schedule.jitter, schedule.faults);
  const stores = storesModel(sim);
  const platform = platformModel(sim, schedule);
  const pages = new Map(["chan_1", "chan_2"].map((id, index) => [id, `page_${index + 1}`]));
  for (const [id, remoteId] of pages) stores.channelItems.set(id, aChannel({ id, remoteId, name: id }));

  const started = <T>(
    name: keyof typeof timeouts,
    body: (deps: EngineDeps) => Promise<T>,
    ended: (ending: Ending<T>) => void,
  ): void => sim.start(name, timeouts[name], (process) => body(depsOf(process)), ended);

  const publishing = sqsModel<PublishMessage>(sim, publishQueue, schedule.duplicates, (message, delivery, ended) =>
    started(
      "publish",
      (deps) => engine.publish(deps, message, delivery),
      ({ kind }) => ended(kind === "returned"),
    ),
  );
  const settling = sqsModel<SettleMessage>(sim, settleQueue, schedule.duplicates, (message, delivery, ended) =>
    started(
      "settle",
      (deps) => engine.settle(deps, message, delivery),
      ({ kind }) => ended(kind === "returned"),
    ),
  );

  /** Everything as one process sees it: each call of it is a place where others come between. */
  const depsOf = (process: Process): EngineDeps => {
    const guard = <Port extends object>(name: string, port: Port): Port =>
      new Proxy(port, {
        get: (target, property, receiver) => {
          const member: unknown = Reflect.get(target, property, receiver);
          if (typeof member !== "function") return member;
          return (...args: unknown[]) =>
            sim.call(process, `${name}.${String(property)}`, () => member.apply(target, args));
        },
      });
    const { ports } = stores;
    const connector = platform.connectorOf(process);
    const open = async (channel: { remoteId: string }): Promise<ChannelCall | null> =>
      tokens.shift() === "sealed"
        ? null
        : { http, channelRemoteId: channel.remoteId, accessToken: "token", nowMs: sim.clock.nowMs() };
    return {
      clock: sim.clock,
      publications: guard("publications", ports.publications),
      paces: guard("paces", ports.paces),
      paceOf: () => connector.manifest.pace,
      posts: guard("posts", ports.posts),
      assets: guard("assets", ports.assets),
      channels: guard("channels", ports.channels),
      linkSettings: guard("linkSettings", ports.linkSettings),
      shortLinks: guard("shortLinks", ports.shortLinks),
      wordBooks: ports.wordBooks,
      campaigns: ports.campaigns,
      publicUrl: "https://dopys.example",
      objects: ports.objects,
      workspaces: ports.workspaces,
      events: guard("events", ports.events),
      publishQueue: guard("publishQueue", publishing.queue),
      settleQueue: guard("settleQueue", settling.queue),
      channelCalls: { open },
      connectorFor: () => connector,
      sleep: (ms) => sim.sleep(process, ms),
    };
  };

  const api: ApiCall = (_name, body, answered) =>
    started("api", body, (ending) => answered(ending.kind === "returned" ? ending.value : false));
  const persons = personsModel(sim, api, schedule.posts);

  /** A tick in each minute in which one could find something to do, anywhere within it. */
  const tickInMinute = (start: number): void => {
    const offset = schedule.jitter === 0 ? minute / 2 : sim.chance(58_000);
    sim.after(Math.max(0, start + offset - sim.clock.nowMs()), () => {
      started("tick", engine.tick, () => {});
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
      const channelIds = [...pages.keys()].slice(0, planned.channels);
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
    pages,
    promises,
    quietened,
  };
  return { breaches: breachesOf(facts), calls: sim.calls };
}
