import type { Language } from "../../kernel/language.ts";
import type { LeadStage } from "../../leads/index.ts";
import { type ColumnNames, namedColumns, plainCell } from "../csv/named-columns.ts";

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
} as const satisfies Record<string, ColumnNames>;

export type LeadColumn = keyof typeof columnNames;

/** What imports read, and what exports write. */
export const importedColumns = ["name", "email", "phone", "stage", "value", "currency", "came", "note"] as const;
export const exportedColumns = (Object.keys(columnNames) as LeadColumn[]).filter((column) => column !== "note");

export const leadColumns = namedColumns<LeadColumn>(columnNames);

/** A column's heading as we write it. */
export const leadHeading = leadColumns.heading;

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
  (Object.keys(stageWords) as LeadStage[]).find((stage) => Object.values(stageWords[stage]).includes(plainCell(cell)));
