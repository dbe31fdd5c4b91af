import * as v from "valibot";
import { languageSchema } from "../../kernel/language.ts";
import { lineSchema } from "../../kernel/text.ts";
import { epochMsSchema } from "../../kernel/time.ts";

/** What a form can ask of everybody; at least one of e-mail and telephone, or nobody could answer. */
export const contactFields = ["name", "email", "phone", "message"] as const;
export type ContactField = (typeof contactFields)[number];

export const askedSchema = v.picklist(["off", "optional", "required"]);

/** A question of the form's own: a line of text, or one of a few choices. */
export const questionSchema = v.object({
  label: lineSchema(120),
  required: v.boolean(),
  /** Absent: any text. */
  options: v.optional(v.pipe(v.array(lineSchema(80)), v.minLength(2), v.maxLength(12))),
});

const longText = (length: number) => v.pipe(v.string(), v.trim(), v.maxLength(length));

/** What a member writes of a form. */
export const formDraftSchema = v.pipe(
  v.object({
    /** What the team calls it. */
    name: lineSchema(100),
    /** In which the page speaks. */
    language: languageSchema,
    title: lineSchema(120),
    intro: longText(1000),
    fields: v.object({ name: askedSchema, email: askedSchema, phone: askedSchema, message: askedSchema }),
    questions: v.pipe(v.array(questionSchema), v.maxLength(5)),
    /** What the person agrees to; without it nothing is sent. */
    consent: v.pipe(longText(1000), v.minLength(1)),
    /** Where the privacy notice is. */
    privacyUrl: v.optional(v.pipe(v.string(), v.maxLength(500), v.url(), v.regex(/^https:\/\//, "an https address"))),
    thanks: longText(500),
    /** A form that is not active takes nothing. */
    active: v.boolean(),
  }),
  v.check(({ fields }) => fields.email !== "off" || fields.phone !== "off", "asks for an address or a number"),
);
export type FormDraft = v.InferOutput<typeof formDraftSchema>;

/** A landing form of a workspace, at `/f/:code`. */
export const leadFormSchema = v.object({
  workspaceId: v.string(),
  id: v.string(),
  /** In the form's address. */
  code: v.string(),
  ...v.omit(v.object(formDraftSchema.entries), ["consent"]).entries,
  /** Every text that people have agreed to, none of them ever changed; the last is shown. */
  consents: v.pipe(
    v.array(v.object({ version: v.number(), text: v.string(), from: epochMsSchema, by: v.string() })),
    v.minLength(1),
  ),
  createdAt: epochMsSchema,
  version: v.number(),
});
export type LeadForm = v.InferOutput<typeof leadFormSchema>;

/** The consent that a form shows now. */
export function consentOf({ consents }: Pick<LeadForm, "consents">): LeadForm["consents"][number] {
  const last = consents.at(-1);
  if (!last) throw new Error("A form has a consent");
  return last;
}

/** How long an answer may be, in characters. */
export const answerLimits: Readonly<Record<ContactField | "question", number>> = {
  name: 200,
  email: 254,
  phone: 40,
  message: 1500,
  question: 300,
};

/** The name of a question's field in what is sent. */
export const questionField = (index: number): string => `q${index + 1}`;
