import { useMemo } from "preact/hooks";
import { publishes } from "#core/channels/manifest.ts";
import { ok } from "#core/kernel/result.ts";
import { type Loaded, useResource } from "../resource.ts";
import { type Answer, answerOf, api, outliving } from "./client.ts";
import type { Channel, ConnectedChannel, Slot } from "./contract.ts";
import { changedSlots, type SlotChange } from "./schedule-change.ts";

/** What is connected and of a platform that this installation knows; of another nothing can be shown or used. */
async function listConnected(): Promise<Answer<{ channels: ConnectedChannel[] }>> {
  const answer = await answerOf(api.channels.$get());
  if (!answer.ok) return answer;
  const known = answer.value.channels.flatMap(({ manifest, ...channel }) =>
    manifest ? [{ ...channel, manifest }] : [],
  );
  return ok({ channels: known });
}

/** Everything that is connected, also what can only be measured, kept in memory across pages. */
export const useConnected = (): Loaded<{ channels: ConnectedChannel[] }> & { reload: () => void } =>
  useResource("channels", listConnected);

const publishing = ({ channels }: { readonly channels: readonly ConnectedChannel[] }): { channels: Channel[] } => ({
  channels: channels.flatMap(({ manifest, ...channel }) => (publishes(manifest) ? [{ ...channel, manifest }] : [])),
});

/** The channels that people follow and on which posts appear; kept in memory across pages. */
export function useChannels(): Loaded<{ channels: Channel[] }> & { reload: () => void } {
  const { data, ...rest } = useConnected();
  const channels = useMemo(() => data && publishing(data), [data]);
  return { ...rest, data: channels };
}

export const listPlatforms = () => answerOf(api.platforms.$get());

/** Begins connecting a channel; the browser goes to `consentUrl`. */
export const beginConnecting = (platform: string) => answerOf(api.channels.connect.$post({ json: { platform } }));
export const listCandidates = (id: string) => answerOf(api.channels.connect[":id"].$get({ param: { id } }));
export const connectChannels = (id: string, remoteIds: string[]) =>
  answerOf(api.channels.connect[":id"].$post({ param: { id }, json: { remoteIds } }));

/** The channel as it is stored now. */
const readChannel = async (id: string): Promise<Pick<Channel, "slots" | "version"> | undefined> => {
  const answer = await listConnected();
  return answer.ok ? answer.value.channels.find((one) => one.id === id) : undefined;
};
const saveSlots = (id: string, version: number, slots: readonly Slot[]) =>
  answerOf(api.channels[":id"].slots.$put({ param: { id }, json: { version, slots: [...slots] } }));
/** Changes a channel's schedule; see `changedSlots`. */
export const changeSlots = (channel: Channel, change: SlotChange) =>
  changedSlots({ read: readChannel, save: saveSlots }, channel, change);
/** The next free slot of a channel; refused with `no-free-slot` when there is none. */
export const nextSlot = (id: string) => answerOf(api.channels[":id"]["next-slot"].$get({ param: { id } }));
export const disconnectChannel = (id: string, leaving: boolean) =>
  answerOf(api.channels[":id"].$delete({ param: { id } }, outliving(leaving)));
