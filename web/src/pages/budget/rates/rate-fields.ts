import type { Language } from "#core/kernel/language.ts";
import type { ExchangeRate } from "../../../api/rates.ts";

type Known = Pick<ExchangeRate, "rate" | "note"> | undefined;

/** What is typed of a rate. */
export interface RateFields {
  readonly rate: string;
  readonly note: string;
}

/** The stored rate of a month and currency as the language writes it, for changing; empty where there is none. */
export const fieldsOf = (language: Language, known: Known): RateFields => ({
  rate: (known?.rate ?? "").replace(".", language === "uk" ? "," : "."),
  note: known?.note ?? "",
});

/**
 * The fields after another month or currency was chosen: its own rate where one is stored, so that none is written over
 * unseen. Where none is, what was typed stays, but not the rate of the place that was left.
 */
export function fieldsAfter(
  language: Language,
  fields: RateFields,
  { left, chosen }: { readonly left: Known; readonly chosen: Known },
): RateFields {
  const before = fieldsOf(language, left);
  const isTyped = fields.rate !== before.rate || fields.note !== before.note;
  return chosen || !isTyped ? fieldsOf(language, chosen) : fields;
}
