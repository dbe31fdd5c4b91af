import type { LeadForm } from "./model.ts";

export interface LeadForms {
  /** Read consistently. */
  get(workspaceId: string, formId: string): Promise<LeadForm | null>;
  /** By what its address holds. */
  findByCode(code: string): Promise<LeadForm | null>;
  list(workspaceId: string): Promise<readonly LeadForm[]>;
  /** False when there is one with this id. */
  create(form: LeadForm): Promise<boolean>;
  /** Writes the next version on the one that was read; `null` for a lost race. */
  save(form: LeadForm): Promise<LeadForm | null>;
}

/** Counts what comes from one address, so that nobody fills a workspace with noise. */
export interface Admissions {
  /** Counts one; false when `limit` have been counted already under this key until `until` (epoch ms). */
  admit(key: string, limit: number, until: number): Promise<boolean>;
}
