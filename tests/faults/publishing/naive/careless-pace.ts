import type { ChannelPace } from "#core/publishing/index.ts";
import { dopysEngine, type Engine, type EngineDeps } from "../engine.ts";

/** Our own engine, with another view of how busy channels are. */
const withPaces = (name: string, change: (paces: EngineDeps["paces"]) => EngineDeps["paces"]): Engine => {
  const changed = (deps: EngineDeps): EngineDeps => ({ ...deps, paces: change(deps.paces) });
  return {
    name,
    tick: (deps) => dopysEngine.tick(changed(deps)),
    publish: (deps, message, delivery) => dopysEngine.publish(changed(deps), message, delivery),
    settle: (deps, message, delivery) => dopysEngine.settle(changed(deps), message, delivery),
  };
};

const reading = (change: (pace: ChannelPace | null) => ChannelPace | null) => (paces: EngineDeps["paces"]) => ({
  ...paces,
  get: async (workspaceId: string, channelId: string) => change(await paces.get(workspaceId, channelId)),
  save: (pace: ChannelPace) => paces.save(pace),
});

/** Takes every channel for idle: what is due at once begins at once. */
export const regardlessOfPace = withPaces(
  "regardless of pace",
  reading((pace) => pace && { ...pace, busyUntil: 0 }),
);

/** Lets every publication find out by itself that the platform wants no calls. */
export const regardlessOfRefusals = withPaces(
  "regardless of refusals",
  reading((pace) => pace && { ...pace, closedUntil: 0 }),
);

/** One pace for all channels: when one is busy the others wait. */
export const onePaceForAll = withPaces("one pace for all", (paces) => ({
  get: async (workspaceId, channelId) => {
    const shared = await paces.get(workspaceId, "all");
    return shared && { ...shared, channelId };
  },
  save: async (pace) => {
    const saved = await paces.save({ ...pace, channelId: "all" });
    return saved && { ...saved, channelId: pace.channelId };
  },
}));
