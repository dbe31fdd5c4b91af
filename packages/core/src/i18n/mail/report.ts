import type { Language } from "../../kernel/language.ts";
import { english } from "./report-en.ts";
import type { ReportTexts } from "./report-texts.ts";
import { ukrainian } from "./report-uk.ts";

export type { ReportTexts } from "./report-texts.ts";

/** What reports say, in both languages. */
export const reportTexts: Record<Language, ReportTexts> = { uk: ukrainian, en: english };
