import { localeOf } from "#core/i18n/format.ts";
import type { ProfileDimension } from "#core/insights/model.ts";
import { language, t } from "../../language.ts";

/** What a group of the audience is called: countries and languages by name where the platform gives their codes. */
export function groupName(dimension: ProfileDimension, name: string): string {
  if (dimension === "country" && /^[A-Z]{2}$/.test(name)) return displayName("region", name);
  if (dimension === "language" && /^[a-z]{2}(?:[-_][A-Z]{2})?$/.test(name))
    return displayName("language", name.slice(0, 2));
  if (dimension === "gender") return t().insights.gender[name] ?? name;
  return dimension === "city" ? (t().common.cities[name] ?? name) : name;
}

const displayName = (type: "region" | "language", code: string): string =>
  new Intl.DisplayNames(localeOf(language.value), { type, fallback: "code" }).of(code) ?? code;
