import type { Language } from "../kernel/language.ts";

/** The forms of a noun with a number: Ukrainian needs all three, English `one` and `many`. */
export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
}

const rules: Record<Language, Intl.PluralRules> = {
  uk: new Intl.PluralRules("uk"),
  en: new Intl.PluralRules("en"),
};

/** The form that goes with `count`: 1 коментар, 2 коментарі, 5 коментарів; fractions take `few` in Ukrainian. */
export function pluralForm(language: Language, count: number, forms: PluralForms): string {
  const rule = rules[language].select(count);
  if (rule === "one") return forms.one;
  if (rule === "many") return forms.many;
  return language === "uk" ? (forms.few ?? forms.many) : forms.many;
}
