import type { LinkSettings, VersionedLinkSettings } from "./model.ts";

export interface LinkSettingsStore {
  /** What is stored, or the defaults at version 0. */
  get(workspaceId: string): Promise<VersionedLinkSettings>;
  /** Writes on top of the version that was read; false for a lost race. */
  save(workspaceId: string, settings: LinkSettings, version: number): Promise<boolean>;
}
