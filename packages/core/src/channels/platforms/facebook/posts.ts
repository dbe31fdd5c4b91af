import { Temporal } from "temporal-polyfill";
import type { MessageTarget } from "../../connector.ts";

/** The receipt under which the id of an uploaded photo is kept. */
export const photoReceipt = (index: number): string => `photo${index}`;

/** The address of a post; every post also answers under its id. */
export const permalink = (post: { id: string; permalink_url?: string | undefined }): string =>
  post.permalink_url ?? `https://www.facebook.com/${post.id}`;

/** How far Facebook's clock may be behind ours when something is looked for, ms. */
export const clockSlackMs = 60_000;

/** Text as compared: Facebook trims it and changes line ends. */
export const comparable = (text: string | undefined): string =>
  (text ?? "")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();

/** A Graph time, such as `2026-11-02T10:00:00+0000`, as epoch ms; 0 when it is none. */
export function toMs(time: string): number {
  try {
    return Temporal.Instant.from(time.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")).epochMilliseconds;
  } catch {
    return 0;
  }
}

/** The node whose comments an answer joins. Comments have two levels: an answer to a reply goes on the reply's parent. */
export const answeredNode = (target: MessageTarget): string => target.parentRemoteId ?? target.remoteId;
