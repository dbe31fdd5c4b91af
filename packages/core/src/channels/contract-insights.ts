import * as v from "valibot";
import { expect, it } from "vitest";
import type { ChannelCall, Connector } from "./connector.ts";
import { channelMeasurementSchema, publicationMeasurementSchema } from "./measurement.ts";
import type { PlatformDouble } from "./platform-double.ts";

const dayMs = 86_400_000;

/** What a connector must keep to that measures its channel and what was published there. Part of `connectorContract`. */
export function insightsContract(
  insights: NonNullable<Connector["insights"]>,
  world: () => { double: PlatformDouble; call: ChannelCall },
): void {
  it("measures in figures, or says why there is none", async () => {
    const { double, call } = world();
    const [post] = await double.posts();
    const from = Math.floor(Date.now() / dayMs) * dayMs;
    const day = new Date(from).toISOString().slice(0, 10);
    const channel = await insights.measureChannel(call, { day, from, to: from + dayMs });
    expect(channel).toMatchObject({ ok: true });
    if (channel.ok) v.parse(channelMeasurementSchema, channel.value);
    const publication = await insights.measurePublication(call, post?.remoteId ?? "");
    expect(publication).toMatchObject({ ok: true });
    if (publication.ok) v.parse(publicationMeasurementSchema, publication.value);
  });
}
