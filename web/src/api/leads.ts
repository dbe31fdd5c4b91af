import type { InferRequestType, InferResponseType } from "hono/client";
import { useResource } from "../resource.ts";
import { answerOf, api } from "./client.ts";

type Leads = typeof api.leads;

export type LeadRow = InferResponseType<Leads["$get"]>["leads"][number];
export type LeadStage = LeadRow["stage"];
export type Lead = InferResponseType<Leads[":id"]["$get"]>["lead"];
export type LeadEvent = Lead["timeline"][number];
export type LeadPage = InferResponseType<Leads["$get"]>;
export type LeadTerms = InferResponseType<Leads["settings"]["$get"]>;
export type LeadForm = InferResponseType<(typeof api)["lead-forms"]["$get"]>["forms"][number];
export type LeadFormDraft = InferRequestType<(typeof api)["lead-forms"]["$post"]>["json"]["draft"];
export type LeadEdit = InferRequestType<Leads[":id"]["$patch"]>["json"];
export type LeadMove = InferRequestType<Leads[":id"]["move"]["$post"]>["json"];

export const listLeads = (stage: LeadStage | undefined, cursor?: string) =>
  answerOf(api.leads.$get({ query: { ...(stage && { stage }), ...(cursor && { cursor }) } }));

const readAgenda = () => answerOf(api.leads.agenda.$get());
/** Who waits for a first response, and whose next step is due. */
export const useLeadAgenda = () => useResource("leads:agenda", readAgenda);

export const readLead = (id: string) => answerOf(api.leads[":id"].$get({ param: { id } }));

/** Enters a lead; the same `clientKey` enters it once. */
export const addLead = (json: InferRequestType<Leads["$post"]>["json"]) => answerOf(api.leads.$post({ json }));
export const makeLead = (threadId: string) => answerOf(api.leads["from-thread"].$post({ json: { threadId } }));

export const editLead = (id: string, json: LeadEdit) => answerOf(api.leads[":id"].$patch({ param: { id }, json }));
export const moveLead = (id: string, json: LeadMove) => answerOf(api.leads[":id"].move.$post({ param: { id }, json }));
export const planStep = (id: string, json: InferRequestType<Leads[":id"]["next-step"]["$put"]>["json"]) =>
  answerOf(api.leads[":id"]["next-step"].$put({ param: { id }, json }));
export const noteResponse = (id: string, version: number) =>
  answerOf(api.leads[":id"].response.$post({ param: { id }, json: { version } }));
export const addNote = (id: string, text: string) =>
  answerOf(api.leads[":id"].notes.$post({ param: { id }, json: { text } }));
export const eraseLead = (id: string) => answerOf(api.leads[":id"].erase.$post({ param: { id } }));

/** What a publication or campaign has brought. */
export const readBrought = (kind: "publication" | "campaign", id: string) =>
  answerOf(api.leads["brought-by"].$get({ query: { kind, id } }));

export const readTerms = () => answerOf(api.leads.settings.$get());
export const changeTerms = (json: LeadTerms) => answerOf(api.leads.settings.$put({ json }));

const listForms = () => answerOf(api["lead-forms"].$get());
export const useLeadForms = () => useResource("lead-forms", listForms);
export const createForm = (clientKey: string, draft: LeadFormDraft) =>
  answerOf(api["lead-forms"].$post({ json: { clientKey, draft } }));
export const changeForm = (id: string, version: number, draft: LeadFormDraft) =>
  answerOf(api["lead-forms"][":id"].$put({ param: { id }, json: { version, draft } }));
