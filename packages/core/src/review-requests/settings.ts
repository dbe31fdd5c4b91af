import * as v from "valibot";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { checkedAddress } from "../kernel/public-address.ts";
import { lineSchema } from "../kernel/text.ts";

const timeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time"));
const wholeDays = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Where a review may be left: a channel, and the address at which its platform takes one. */
export const reviewPlaceSchema = v.object({
  channelId: idSchema,
  url: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500),
    v.check((url) => checkedAddress(url).ok, "not a web address"),
  ),
});

/** What the mail says; `{name}` and `{company}` are filled in. */
export const requestTextSchema = v.object({
  subject: lineSchema(150),
  body: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1500)),
});
export type RequestText = v.InferOutput<typeof requestTextSchema>;

/** How a workspace asks its customers for reviews. */
export const requestSettingsSchema = v.object({
  /** Whether everybody whose lead is won is asked by itself. */
  on: v.boolean(),
  /** Shown to everybody alike, in this order. */
  places: v.pipe(
    v.array(reviewPlaceSchema),
    v.maxLength(5),
    v.check((all) => new Set(all.map(({ channelId }) => channelId)).size === all.length, "the same channel twice"),
  ),
  /** How many days after the purchase, and at which time of the workspace's clock. */
  delayDays: wholeDays(0, 60),
  sendAt: timeSchema,
  /** Within so many days nobody is asked twice. */
  periodDays: wholeDays(30, 730),
  texts: v.object({ uk: requestTextSchema, en: requestTextSchema }),
  version: versionSchema,
});
export type RequestSettings = v.InferOutput<typeof requestSettingsSchema>;

/** What holds until somebody decides otherwise: nobody is asked by itself. */
export const defaultRequestSettings: RequestSettings = {
  on: false,
  places: [],
  delayDays: 3,
  sendAt: "10:00",
  periodDays: 180,
  texts: {
    uk: {
      subject: "{company}: як усе пройшло?",
      body: "Вітаємо, {name}!\n\nНещодавно ви були нашим клієнтом. Розкажіть, будь ласка, як усе пройшло. Нам важлива будь-яка ваша думка, зокрема критична. Це займе хвилину.",
    },
    en: {
      subject: "{company}: how was it?",
      body: "Hello {name},\n\nYou were our customer recently. Please tell us how it was. Every opinion counts for us, critical ones too. It takes a minute.",
    },
  },
  version: 0,
};

export interface RequestSettingsStore {
  /** What is stored, or the defaults at version 0. Read consistently. */
  get(workspaceId: string): Promise<RequestSettings>;
  /** Writes on top of the version within; false for a lost race. */
  save(workspaceId: string, settings: RequestSettings): Promise<boolean>;
}
