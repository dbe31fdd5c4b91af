import { type Failure, invalid } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { LeadStage } from "../../leads/index.ts";

/** The columns of a table of leads, with the names under which each is recognised; exports write the first. */
const columnNames = {
  name: { uk: ["ім'я", "імʼя", "ім’я", "клієнт"], en: ["name", "full name", "full_name"] },
  email: { uk: ["пошта", "електронна пошта"], en: ["e-mail", "email"] },
  phone: { uk: ["телефон", "номер телефону"], en: ["telephone", "phone", "phone_number"] },
  stage: { uk: ["етап", "стан"], en: ["stage", "status"] },
  value: { uk: ["сума", "вартість"], en: ["value", "amount"] },
  currency: { uk: ["валюта"], en: ["currency"] },
  came: { uk: ["дата", "прийшов"], en: ["came on", "date", "created"] },
  note: { uk: ["нотатка", "примітка"], en: ["note", "notes"] },
  /** Written by exports, and left unread by imports. */
  source: { uk: ["джерело"], en: ["source"] },
  owner: { uk: ["відповідальний"], en: ["owner"] },
  nextStep: { uk: ["наступний крок"], en: ["next step"] },
  nextStepDay: { uk: ["до дня"], en: ["due"] },
  lostReason: { uk: ["чому втрачено"], en: ["lost because"] },
} as const satisfies Record<string, Record<Language, readonly string[]>>;

export type LeadColumn = keyof typeof columnNames;

/** What imports read, and what exports write. */
export const importedColumns = ["name", "email", "phone", "stage", "value", "currency", "came", "note"] as const;
export const exportedColumns = (Object.keys(columnNames) as LeadColumn[]).filter((column) => column !== "note");

const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLocaleLowerCase("uk");

/** The column that a heading names, if it is one of ours. */
export const leadColumnOf = (heading: string): LeadColumn | undefined =>
  (Object.keys(columnNames) as LeadColumn[]).find((column) => {
    const { uk, en }: Record<Language, readonly string[]> = columnNames[column];
    return [...uk, ...en].includes(plain(heading));
  });

/** A column's heading as we write it. */
export function leadHeading(column: LeadColumn, language: Language): string {
  const name = columnNames[column][language][0];
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Where each column stands. Fails for a table in which nobody could be recognised, and for a column named twice. */
export function readLeadHeader(headings: readonly string[]): Result<ReadonlyMap<LeadColumn, number>, Failure> {
  const places = new Map<LeadColumn, number>();
  for (const [index, heading] of headings.entries()) {
    const column = leadColumnOf(heading);
    if (column && places.has(column)) return err(invalid("csv-column-twice", { params: { heading: heading.trim() } }));
    if (column) places.set(column, index);
  }
  const isPerson = (["name", "email", "phone"] as const).some((column) => places.has(column));
  return isPerson ? ok(places) : err(invalid("csv-no-person-column"));
}

const stageWords: Readonly<Record<LeadStage, Record<Language, string>>> = {
  new: { uk: "новий", en: "new" },
  qualified: { uk: "цільовий", en: "qualified" },
  appointment: { uk: "зустріч", en: "appointment" },
  won: { uk: "виграно", en: "won" },
  lost: { uk: "втрачено", en: "lost" },
};

/** A stage in a table. */
export const stageWord = (stage: LeadStage, language: Language): string => stageWords[stage][language];

/** The stage that a cell names in either language. */
export const stageOf = (cell: string): LeadStage | undefined =>
  (Object.keys(stageWords) as LeadStage[]).find((stage) => Object.values(stageWords[stage]).includes(plain(cell)));
