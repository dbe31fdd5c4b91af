import { computed, effect, signal } from "@preact/signals";
import { type WebTexts, webTexts } from "#core/i18n/web/index.ts";
import { type Language, languages } from "#core/kernel/language.ts";

const KEY = "dopys.language";

function initial(): Language {
  const kept = localStorage.getItem(KEY);
  if (languages.some((one) => one === kept)) return kept as Language;
  return navigator.languages.some((tag) => /^(uk|ru|be)\b/.test(tag)) ? "uk" : "en";
}

/** The language the dashboard speaks now. */
export const language = signal<Language>(initial());

const texts = computed<WebTexts>(() => webTexts(language.value));

/** The texts of the language in use; a component that reads them is drawn anew when it changes. */
export const t = (): WebTexts => texts.value;

effect(() => {
  document.documentElement.lang = language.value;
  localStorage.setItem(KEY, language.value);
});
