import { describe, expect, it } from "vitest";
import type { ConnectorFor } from "../channels/connected/index.ts";
import type { Connector, InsightsCapability } from "../channels/connector.ts";
import type { ConnectorError } from "../channels/errors.ts";
import { type ChannelMeasurement, figure, notAvailable } from "../channels/measurement.ts";
import type { DomainEvent } from "../kernel/events.ts";
import { err, ok } from "../kernel/result.ts";
import { aChannel, aMeasurement, aPublication, aSample, aWorld, workspaceId } from "./fixtures/world.ts";
import { handleMeasureMessage } from "./measure.ts";

const today = "2026-11-22";
const message = { workspaceId, channelId: "chan_1", day: today, attempt: 0 };
const failed = (given: Partial<ConnectorError> & Pick<ConnectorError, "class">): ConnectorError =>
  ({ code: "1", message: "", ...given }) as ConnectorError;

function aMeasuredWorld(insights: Partial<InsightsCapability> = {}) {
  const world = aWorld();
  const reconnected: string[] = [];
  const published: DomainEvent[] = [];
  const capability: InsightsCapability = {
    measureChannel: async () => ok(aMeasurement()),
    measurePublication: async () => ok(aSample()),
    ...insights,
  };
  const connectorFor: ConnectorFor = () => ({ insights: capability }) as unknown as Connector;
  const call = { http: async () => ({ kind: "no-answer", cause: "timeout", sent: false }) };
  return {
    ...world,
    reconnected,
    connectorFor,
    published,
    events: { publish: async (events: readonly DomainEvent[]) => void published.push(...events) },
    channels: {
      get: async () => aChannel("chan_1"),
      markReconnect: async (_: string, id: string, cause: string) => {
        reconnected.push(`${id} ${cause}`);
      },
    },
    channelCalls: {
      open: async () => ({ ...call, channelRemoteId: "1", accessToken: "t", nowMs: world.clock.nowMs() }) as never,
    },
  };
}

describe("measuring a channel's day", () => {
  it("stores the platform's figures and has the day recounted", async () => {
    const world = aMeasuredWorld();
    expect(await handleMeasureMessage(world, message)).toBe("measured");
    expect((await world.measurements.get(workspaceId, "chan_1", today))?.measurement).toEqual(aMeasurement());
    expect(world.published).toMatchObject([{ type: "channel.measured", workspaceId, data: { channelId: "chan_1" } }]);
    expect(world.queued).toEqual([{ workspaceId, channelId: "chan_1", day: today }]);
  });

  it("asks for publications of the last 28 days when the day is today, and only then", async () => {
    const asked: string[] = [];
    const world = aMeasuredWorld({
      measurePublication: async (_, remoteId) => {
        asked.push(remoteId);
        return ok(aSample());
      },
    });
    const now = world.clock.nowMs();
    world.store("publications", "chan_1", aPublication({ id: "new", publishedAt: now - 1000 }));
    world.store("publications", "chan_1", aPublication({ id: "old", publishedAt: now - 29 * 86_400_000 }));
    await handleMeasureMessage(world, { ...message, day: "2026-11-21" });
    expect(asked).toEqual([]);
    await handleMeasureMessage(world, message);
    expect(asked).toEqual(["remote-new"]);
    expect(await world.samples.lastTwo(workspaceId, "chan_1", "new", today)).toHaveLength(1);
  });

  it("lets the newest report win, keeps the older ones, and forgets no figure that was known", async () => {
    const reports: Partial<ChannelMeasurement>[] = [
      { reach: figure(500), interactions: figure(40) },
      { reach: figure(520), interactions: notAvailable("not-yet") },
    ];
    const world = aMeasuredWorld({ measureChannel: async () => ok(aMeasurement(reports.shift())) });
    await handleMeasureMessage(world, message);
    world.clock.advance(3_600_000);
    await handleMeasureMessage(world, message);
    expect((await world.measurements.get(workspaceId, "chan_1", today))?.measurement).toMatchObject({
      reach: figure(520),
      interactions: figure(40),
    });
    expect(await world.measurements.history(workspaceId, "chan_1", today)).toHaveLength(2);
  });

  it("has the next measured day recounted too, for its followers at the start are this day's at the end", async () => {
    const world = aMeasuredWorld();
    for (const day of ["2026-11-21", today]) {
      await world.measurements.put(workspaceId, "chan_1", { day, measuredAt: 1, measurement: aMeasurement() });
    }
    await handleMeasureMessage(world, { ...message, day: "2026-11-20" });
    expect(world.queued.map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-21"]);
  });

  it("keeps what a publication was known to have when the platform leaves it out", async () => {
    const samples = [aSample({ reactions: figure(10) }), aSample({ reactions: notAvailable("not-yet") })];
    const world = aMeasuredWorld({ measurePublication: async () => ok(samples.shift() ?? aSample()) });
    world.store("publications", "chan_1", aPublication({ id: "pub_1", publishedAt: world.clock.nowMs() - 1000 }));
    await handleMeasureMessage(world, message);
    await handleMeasureMessage(world, message);
    const [last] = await world.samples.lastTwo(workspaceId, "chan_1", "pub_1", today);
    expect(last?.measurement.reactions).toEqual(figure(10));
  });
});

describe("a platform that does not answer", () => {
  const refusing = (error: ConnectorError) => aMeasuredWorld({ measureChannel: async () => err(error) });

  it("is asked again when its rate limit has passed", async () => {
    const world = refusing(failed({ class: "rate-limited", resetAt: Date.parse("2026-11-22T12:05:00Z") }));
    expect(await handleMeasureMessage(world, message)).toBe("later");
    expect(world.asked).toEqual([{ message: { ...message, attempt: 1 }, delayMs: 300_000 }]);
    expect(world.queued).toEqual([]);
  });

  it("is given up after five attempts, with nothing stored", async () => {
    const world = refusing(failed({ class: "transient" }));
    expect(await handleMeasureMessage(world, { ...message, attempt: 5 })).toBe("given-up");
    expect(world.asked).toEqual([]);
    expect(await world.measurements.get(workspaceId, "chan_1", today)).toBeNull();
  });

  it("disconnects the channel only by its own authorisation code", async () => {
    const world = refusing(failed({ class: "auth-expired", code: "190/463" }));
    expect(await handleMeasureMessage(world, message)).toBe("reconnect");
    expect(world.reconnected).toEqual(["chan_1 190/463"]);
  });

  it("has figures that are missing for want of permission", async () => {
    const world = refusing(failed({ class: "permission" }));
    expect(await handleMeasureMessage(world, message)).toBe("measured");
    const stored = await world.measurements.get(workspaceId, "chan_1", today);
    expect(stored?.measurement.reach).toEqual(notAvailable("no-permission"));
  });

  it("has figures that it does not give, where the platform has none at all", async () => {
    const world = aMeasuredWorld();
    expect(await handleMeasureMessage({ ...world, connectorFor: () => undefined }, message)).toBe("not-measurable");
    const stored = await world.measurements.get(workspaceId, "chan_1", today);
    expect(stored?.measurement.followers).toEqual(notAvailable("not-given-by-platform"));
  });

  it("passes over a publication that is gone", async () => {
    const world = aMeasuredWorld({ measurePublication: async () => err(failed({ class: "not-found" })) });
    world.store("publications", "chan_1", aPublication({ id: "pub_1", publishedAt: world.clock.nowMs() - 1000 }));
    expect(await handleMeasureMessage(world, message)).toBe("measured");
  });
});
