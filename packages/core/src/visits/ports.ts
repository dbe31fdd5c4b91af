import type { Site, SiteDay } from "./model.ts";

export interface Sites {
  get(workspaceId: string, channelId: string): Promise<Site | null>;
  /** What is known of all sites of a workspace. One query. */
  list(workspaceId: string): Promise<readonly Site[]>;
  /** Notes how asking for a site's visits went; what came ends a trouble. */
  note(
    site: Pick<Site, "workspaceId" | "channelId">,
    outcome:
      | { readonly measuredAt: number; readonly timeZone: string; readonly restUntil?: number | undefined }
      | { readonly trouble: NonNullable<Site["trouble"]> }
      | { readonly restUntil: number },
  ): Promise<void>;
  remove(workspaceId: string, channelId: string): Promise<void>;
}

export interface SiteDays {
  /** Stores a report; the newest wins whatever order they come in, and every differing one is kept as history. */
  put(workspaceId: string, report: SiteDay): Promise<void>;
  /** The days of all sites from `from` to `to`, both included, in order of day. One query. */
  between(workspaceId: string, from: string, to: string): Promise<readonly SiteDay[]>;
  /** All reports of a site's day that differed, the oldest first. */
  history(workspaceId: string, channelId: string, day: string): Promise<readonly SiteDay[]>;
}
