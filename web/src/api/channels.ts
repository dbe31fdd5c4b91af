import type { Manifest } from "#core/channels/manifest.ts";
import { type Loaded, useResource } from "../resource.ts";
import type { Candidate, Channel, Slot } from "./contract.ts";
import { type Answer, get, post, put, remove } from "./request.ts";

export const listChannels = (): Promise<Answer<{ channels: Channel[] }>> => get("/api/channels");
export const listPlatforms = (): Promise<Answer<{ platforms: Manifest[] }>> => get("/api/platforms");

/** Begins connecting a channel; the browser goes to `consentUrl`. */
export const beginConnecting = (platform: string): Promise<Answer<{ consentUrl: string }>> =>
  post("/api/channels/connect", { platform });
export const listCandidates = (connectId: string): Promise<Answer<{ candidates: Candidate[] }>> =>
  get(`/api/channels/connect/${connectId}`);
export const connectChannels = (connectId: string, remoteIds: string[]): Promise<Answer<{ channels: Channel[] }>> =>
  post(`/api/channels/connect/${connectId}`, { remoteIds });

export const saveSlots = (channelId: string, slots: Slot[]): Promise<Answer<unknown>> =>
  put(`/api/channels/${channelId}/slots`, { slots });
export const nextSlot = (channelId: string): Promise<Answer<{ at: number | null; timeZone: string }>> =>
  get(`/api/channels/${channelId}/next-slot`);
export const disconnectChannel = (channelId: string, leaving: boolean): Promise<Answer<unknown>> =>
  remove(`/api/channels/${channelId}`, leaving);

/** The workspace's channels, kept in memory across pages. */
export const useChannels = (): Loaded<{ channels: Channel[] }> & { reload: () => void } =>
  useResource("channels", listChannels);
