import type { Language } from "../../kernel/language.ts";
import type { LeadSource, LeadStage } from "../../leads/index.ts";
import { type ColumnNames, namedColumns, plainCell } from "../csv/named-columns.ts";

/** The columns of a table of leads, with the names under which each is recognised; exports write the first. */
const columnNames = {
  name: { uk: ["ім'я", "імʼя", "ім’я", "клієнт"], en: ["name", "full name", "full_name"] },
  email: { uk: ["пошта", "електронна пошта"], en: ["e-mail", "email"] },
  phone: { uk: ["телефон", "номер телефону"], en: ["telephone", "phone", "phone_number"] },
  stage: { uk: ["етап", "стадія", "стан"], en: ["stage", "status"] },
  value: { uk: ["сума", "вартість"], en: ["value", "amount"] },
  currency: { uk: ["валюта"], en: ["currency"] },
  came: { uk: ["дата", "прийшов"], en: ["came on", "date", "created"] },
  note: { uk: ["нотатка", "примітка"], en: ["note", "notes"] },
  lostReason: { uk: ["чому втрачено", "причина втрати"], en: ["lost because", "lost reason"] },
  /** The rest is written by exports, and left unread by imports. Of where a person came from, the first touch. */
  source: { uk: ["джерело"], en: ["source"] },
  channel: { uk: ["канал"], en: ["channel"] },
  campaign: { uk: ["кампанія"], en: ["campaign"] },
  publication: { uk: ["публікація"], en: ["publication"] },
  form: { uk: ["форма"], en: ["form"] },
  tags: { uk: ["мітки посилання"], en: ["tags of the link"] },
  owner: { uk: ["відповідальний"], en: ["owner"] },
  nextStep: { uk: ["наступний крок"], en: ["next step"] },
  nextStepDay: { uk: ["до дня"], en: ["due"] },
} as const satisfies Record<string, ColumnNames>;

export type LeadColumn = keyof typeof columnNames;

/** What imports read, and what exports write. */
export const importedColumns = [
  "name",
  "email",
  "phone",
  "stage",
  "lostReason",
  "value",
  "currency",
  "came",
  "note",
] as const;
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

const sourceWords: Readonly<Record<LeadSource["kind"], Record<Language, string>>> = {
  "lead-form": { uk: "форма платформи", en: "platform's lead form" },
  form: { uk: "власна форма", en: "own form" },
  thread: { uk: "розмова", en: "conversation" },
  manual: { uk: "додано вручну", en: "entered by hand" },
  import: { uk: "імпорт", en: "import" },
};

/** A kind of source in a table. */
export const sourceWord = (kind: LeadSource["kind"], language: Language): string => sourceWords[kind][language];

/** A stage in a table. */
export const stageWord = (stage: LeadStage, language: Language): string => stageWords[stage][language];

/** The stage that a cell names in either language. */
export const stageOf = (cell: string): LeadStage | undefined =>
  (Object.keys(stageWords) as LeadStage[]).find((stage) => Object.values(stageWords[stage]).includes(plainCell(cell)));
