import type { Language } from "../kernel/language.ts";
import type { RenderedReport, ReportContent } from "./content.ts";
import type { ReportDelivery } from "./delivery.ts";
import type { Report, ReportScope } from "./model.ts";
import type { ReaderChoice } from "./reader-choice.ts";

export interface Reports {
  get(workspaceId: string, reportId: string): Promise<Report | null>;
  list(workspaceId: string): Promise<readonly Report[]>;
  create(report: Report): Promise<void>;
  /** Writes the report if its stored version is still `version - 1`; false when somebody was faster. */
  replace(report: Report): Promise<boolean>;
  /** The reports of all workspaces that are due at or before an instant. */
  listDue(nowMs: number): Promise<readonly Report[]>;
  /** Moves a report on from one due time to the next; false when another did it. */
  advance(report: Report, nextDueAt: number): Promise<boolean>;
  /** Takes a report away; what was sent of it stays. */
  remove(workspaceId: string, reportId: string): Promise<void>;
}

export interface ReaderChoices {
  /** Read consistently. */
  get(workspaceId: string, reportId: string, id: string): Promise<ReaderChoice | null>;
  /** The choices of the readers of a report. */
  list(workspaceId: string, reportId: string): Promise<readonly ReaderChoice[]>;
  /** Stores one made from the version before its own, 1 being the first; false for a lost race. */
  save(choice: ReaderChoice): Promise<boolean>;
}

export interface ReportDeliveries {
  /** Stores a delivery once per report, period and reader; gives the one that is stored. */
  open(delivery: ReportDelivery): Promise<ReportDelivery>;
  /** Writes the delivery if its stored version is still `version - 1`; false when another was faster. */
  replace(delivery: ReportDelivery): Promise<boolean>;
  get(workspaceId: string, deliveryId: string): Promise<ReportDelivery | null>;
  /** The deliveries of one report, the newest period first. */
  list(workspaceId: string, reportId: string): Promise<readonly ReportDelivery[]>;
}

/** Puts together the figures and facts that a report of a period is about. */
export interface ReportSource {
  collect(workspaceId: string, scope: ReportScope): Promise<ReportContent>;
}

/** Turns a report's content into what one reader gets. */
export type RenderReport = (content: ReportContent, language: Language) => Promise<RenderedReport>;
