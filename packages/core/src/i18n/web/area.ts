import type { Language } from "../../kernel/language.ts";
import { type PluralForms, pluralForm } from "../plural.ts";

/** Both languages of one area side by side: the Ukrainian has every key of the English, or it is a type error. */
export const area = <T>(en: T, uk: NoInfer<T>): Readonly<Record<Language, T>> => ({ en, uk });

/** A number with its noun, English. */
export const countEn = (one: string, many: string) => (count: number) =>
  `${new Intl.NumberFormat("en-GB").format(count)} ${pluralForm("en", count, { one, many })}`;

/** A number with its noun, Ukrainian: 1 коментар, 2 коментарі, 5 коментарів. */
export const countUk = (one: string, few: string, many: string) => (count: number) =>
  `${new Intl.NumberFormat("uk-UA").format(count)} ${pluralForm("uk", count, { one, few, many })}`;

/** The Ukrainian form that agrees with a number, without the number. */
export const agreeUk = (count: number, forms: PluralForms): string => pluralForm("uk", count, forms);
