import fc from "fast-check";
import { expect, it } from "vitest";
import { figure, notAvailable } from "../channels/measurement.ts";
import { systemActor } from "../kernel/actor.ts";
import { unwrap } from "../kernel/result.ts";
import { addDays, dayRange } from "../kernel/time.ts";
import {
  aLead,
  aMeasurement,
  aMessage,
  aPublication,
  aReview,
  aSample,
  aWorld,
  type World,
  workspaceId,
} from "./fixtures/world.ts";
import { contentTypes, importedReviews, noChannel, standIns, wholeWorkspace } from "./model.ts";
import { readKpiDay } from "./read-kpis.ts";
import { recount } from "./recount.ts";
import { handleRollupMessage } from "./rollup.ts";

/* Two days around the end of daylight saving in Kyiv: 25 October 2026 has 25 hours. */
const days = ["2026-10-25", "2026-10-26"];
const channels = ["chan_1", "chan_2"];
const zone = "Europe/Kyiv";
const span = { from: dayRange("2026-10-25", zone).from, to: dayRange("2026-10-26", zone).to - 1 };

const at = fc.integer({ min: span.from, max: span.to });
const channelId = fc.constantFrom(...channels);
const reviewed = fc.constantFrom(...channels, importedReviews);
const anywhere = fc.constantFrom(...channels, noChannel);
/* Few ids, so that the same row comes again: unchanged, corrected, answered, at another time, on another channel. */
const id = (prefix: string) => fc.nat({ max: 5 }).map((n) => `${prefix}_${n}`);
const response = {
  occurredAt: at,
  needsAnswer: fc.boolean(),
  firstResponseMs: fc.option(fc.nat({ max: 9_000_000 })),
  targetMs: fc.option(fc.constant(3_600_000)),
};
const given = fc.oneof(
  fc.nat({ max: 5000 }).map(figure),
  fc.constantFrom(...(["not-yet", "not-given-by-platform", "no-permission"] as const)).map(notAvailable),
);
const shares = fc.option(fc.record({ UA: fc.double({ min: 0, max: 1, noNaN: true }), PL: fc.constant(0.1) }), {
  nil: undefined,
});

type Step = (world: World) => Promise<void>;
const stored = fc.oneof(
  fc.tuple(channelId, fc.record({ id: id("ans"), occurredAt: at, score: fc.integer({ min: 0, max: 100 }) })).map(
    ([channel, row]): Step =>
      async (world) => {
        world.store("answers", channel, row);
      },
  ),
  fc.tuple(channelId, fc.record({ id: id("msg"), negative: fc.boolean(), ...response })).map(
    ([channel, row]): Step =>
      async (world) => {
        world.store("messages", channel, aMessage(row));
      },
  ),
  fc
    .tuple(
      reviewed,
      fc.record({
        id: id("rev"),
        answered: fc.boolean(),
        rating: fc.option(fc.integer({ min: 1, max: 5 })),
        recommends: fc.option(fc.boolean()),
        ...response,
      }),
    )
    .map(
      ([channel, row]): Step =>
        async (world) => {
          world.store("reviews", channel, aReview(row));
        },
    ),
  fc
    .tuple(
      anywhere,
      fc.record({
        id: id("lead"),
        createdAt: at,
        source: fc.constantFrom("lead-form", "thread", "a/b"),
        won: fc.boolean(),
        value: fc.option(fc.record({ minorUnits: fc.nat({ max: 90_000 }), currency: fc.constantFrom("UAH", "EUR") })),
      }),
    )
    .map(
      ([channel, row]): Step =>
        async (world) => {
          world.store("leads", channel, aLead(row));
        },
    ),
  fc.tuple(channelId, fc.record({ id: id("pub"), publishedAt: at, contentType: fc.constantFrom(...contentTypes) })).map(
    ([channel, row]): Step =>
      async (world) => {
        world.store("publications", channel, aPublication(row));
      },
  ),
  fc.constantFrom("msg_0", "ans_0", "rev_0", "lead_0", "pub_0").map(
    (gone): Step =>
      async (world) => {
        world.remove(gone);
      },
  ),
  fc
    .tuple(
      channelId,
      fc.integer({ min: -2, max: 1 }),
      fc.nat({ max: 9_999_999 }),
      fc.record({
        followers: given,
        reach: given,
        views: given,
        interactions: given,
        negativeActions: given,
        followersLost: given,
      }),
      fc.record({ country: shares, city: shares }),
    )
    .map(
      ([channel, offset, measuredAt, figures, audience]): Step =>
        async (world) => {
          const day = addDays(days[0] ?? "", offset);
          const measurement = aMeasurement({ ...figures, audience });
          await world.measurements.put(workspaceId, channel, { day, measuredAt, measurement });
        },
    ),
  fc
    .tuple(
      channelId,
      id("pub"),
      fc.constantFrom(...days),
      fc.nat({ max: 9_999_999 }),
      fc.record({ reach: given, views: given, reactions: given, comments: given }),
    )
    .map(
      ([channel, publicationId, day, measuredAt, figures]): Step =>
        async (world) => {
          await world.samples.put(workspaceId, channel, {
            publicationId,
            day,
            measuredAt,
            measurement: aSample(figures),
          });
        },
    ),
);

/** Every hour and day of every channel that could have changed, each perhaps more than once. */
const messages = fc.shuffledSubarray(
  days.flatMap((day) =>
    [...channels, ...standIns].flatMap((channel) => [0, 1].map(() => ({ workspaceId, channelId: channel, day }))),
  ),
);

async function expectRollupEqualsRecount(world: World): Promise<void> {
  const actor = systemActor(workspaceId, "test");
  for (const day of days) {
    const wanted = await recount(world, workspaceId, day);
    const read = async (scope: string) => unwrap(await readKpiDay(world, actor, { channelId: scope, day })).kpis;
    expect(await read(wholeWorkspace)).toEqual(wanted?.workspace);
    for (const channel of channels) expect(await read(channel)).toEqual(wanted?.channels.get(channel));
  }
}

it("rolls up to exactly what a recount from raw events gives, however workers interleave", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stored, { maxLength: 25 }),
      fc.array(stored, { maxLength: 10 }),
      messages,
      fc.scheduler(),
      async (before, during, order, scheduler) => {
        /* The second channel is connected on the second day; what is stored of it before was there already. */
        const world = aWorld({ channels, connectedAt: { chan_2: span.to - 3_600_000 } });
        const { slices, minutes, days: channelDays, sheets } = world.buckets;
        const slow = <Arguments extends unknown[], Answer>(call: (...all: Arguments) => Promise<Answer>) =>
          scheduler.scheduleFunction(call);
        const contended: World["buckets"] = {
          slices: { read: slow(slices.read), write: slow(slices.write), ofDay: slow(slices.ofDay) },
          minutes: { read: slow(minutes.read), write: slow(minutes.write), ofHour: slow(minutes.ofHour) },
          days: {
            read: slow(channelDays.read),
            write: slow(channelDays.write),
            ofAllChannels: channelDays.ofAllChannels,
          },
          sheets: { read: slow(sheets.read), write: slow(sheets.write) },
        };
        for (const step of before) await step(world);
        const running = order.map((message) => handleRollupMessage({ ...world, buckets: contended }, message));
        for (const step of during) await step(world);
        /* What changed meanwhile is recounted after its change, as a mark would have it. */
        const all = days.flatMap((day) =>
          [...channels, ...standIns].map((channel) => ({ workspaceId, channelId: channel, day })),
        );
        running.push(...all.map((message) => handleRollupMessage({ ...world, buckets: contended }, message)));
        await scheduler.waitFor(Promise.all(running));
        await expectRollupEqualsRecount(world);
      },
    ),
    { numRuns: 60 },
  );
});
