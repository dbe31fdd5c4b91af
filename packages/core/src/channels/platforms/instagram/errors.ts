import { rule, type Verdicts } from "../../meta/errors.ts";

/**
 * What Instagram's own codes mean. The subcodes from 2207001 to 2207099 are those of content publishing.
 * Source: "Instagram Platform: Error codes".
 */
export const verdicts: Verdicts = {
  bySubcode: {
    2207001: { class: "transient", open: true },
    2207003: { class: "transient" },
    2207004: rule("file-too-large"),
    2207005: rule("jpeg-needed"),
    2207006: { class: "permission" },
    2207008: { class: "transient" },
    2207009: rule("ratio-refused"),
    2207010: rule("caption-refused"),
    // Not of publishing: no professional account of this name is shown to us.
    2207013: { class: "not-found" },
    2207020: { class: "transient" },
    2207023: rule("format-refused"),
    2207026: rule("video-unreadable"),
    2207027: { class: "transient" },
    2207028: rule("carousel-size"),
    2207032: { class: "transient" },
    2207040: rule("too-many-tags"),
    2207042: { class: "rate-limited", waitMinutes: 60 },
    2207050: { class: "blocked" },
    2207051: { class: "blocked" },
    2207052: rule("file-unreachable"),
    2207053: { class: "transient" },
    2018001: { class: "not-found" },
    2018278: rule("message-window-closed"),
  },
  byCode: {
    10900: { class: "duplicate" },
    10903: rule("no-private-reply"),
    [-2]: { class: "transient", open: true },
    [-1]: { class: "transient", open: true },
    9: { class: "rate-limited", waitMinutes: 60 },
    24: { class: "permission" },
    25: { class: "blocked" },
    110: { class: "not-found" },
    352: rule("video-unreadable"),
    551: rule("person-unavailable"),
    9004: rule("file-unreachable"),
    9007: { class: "transient" },
    36000: rule("file-too-large"),
    36001: rule("jpeg-needed"),
    36003: rule("ratio-refused"),
    36004: rule("caption-refused"),
  },
};

/** Error subcodes that decide what to do with a container. */
export const subcodes = { expired: 2207020, notReady: 2207027, quota: 2207042 } as const;

/** Whether an error's code, such as `-2/2207020`, carries a subcode. */
export const hasSubcode = (code: string, subcode: number): boolean => code.endsWith(`/${subcode}`);
