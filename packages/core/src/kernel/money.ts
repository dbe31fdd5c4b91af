import * as v from "valibot";

/** An amount in integer minor units (kopiikas, cents) of an ISO 4217 currency. */
export const moneySchema = v.object({
  minorUnits: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "not a currency")),
});
export type Money = v.InferOutput<typeof moneySchema>;
