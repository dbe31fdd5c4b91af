import { formatPercent } from "#core/i18n/format.ts";
import { language } from "../../language.ts";

/** A share of a whole, or a dash where there is none to share. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? "—" : formatPercent(language.value, part / whole);
