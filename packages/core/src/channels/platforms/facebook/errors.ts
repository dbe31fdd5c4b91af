import { rule, type Verdicts } from "../../meta/errors.ts";

/**
 * What Facebook's own codes mean. Sources: "Graph API: Error handling", "Messenger Platform: Error codes", and the
 * subcodes that publishing tools meet in practice.
 */
export const verdicts: Verdicts = {
  bySubcode: {
    1346003: rule("community-standards"),
    1349125: rule("format-refused"),
    1363047: { class: "transient" },
    1366046: rule("photo-too-large"),
    1366051: { class: "duplicate" },
    1390008: { class: "rate-limited", waitMinutes: 30 },
    1404006: { class: "blocked" },
    1404078: { class: "permission" },
    1404102: rule("community-standards"),
    1404112: { class: "blocked" },
    1609005: rule("link-unreadable"),
    1609008: rule("link-refused"),
    1609010: { class: "transient" },
    1893063: { class: "blocked" },
    2018001: { class: "not-found" },
    2018278: rule("message-window-closed"),
    2061006: rule("link-refused"),
    4854002: { class: "blocked" },
  },
  byCode: {
    10900: { class: "duplicate" },
    10903: rule("no-private-reply"),
    12: { class: "not-found" },
    324: rule("photo-unreadable"),
    352: rule("video-unreadable"),
    389: rule("video-unreadable"),
    551: rule("person-unavailable"),
    803: { class: "not-found" },
    1609005: rule("link-unreadable"),
  },
};
