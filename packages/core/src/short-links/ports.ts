import type { ShortLink } from "./short-link.ts";

export interface ShortLinks {
  /** False when the code is taken. */
  create(link: ShortLink): Promise<boolean>;
  get(code: string): Promise<ShortLink | null>;
}

/** The people who followed a publication's short links on a day. */
export interface ClickDay {
  /** `YYYY-MM-DD` in the publication's zone. */
  readonly day: string;
  readonly clicks: number;
}

export interface Clicks {
  /** Adds one, in one atomic write. */
  add(workspaceId: string, publicationId: string, day: string): Promise<void>;
  /** The days on which somebody followed a link, in order. */
  ofPublication(workspaceId: string, publicationId: string): Promise<readonly ClickDay[]>;
}
