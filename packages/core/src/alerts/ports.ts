import type { AlertMail } from "./alert-mail.ts";
import type { Alert } from "./model.ts";
import type { AlertSettings } from "./settings.ts";
import type { QuestionBook } from "./signals/frequent-question.ts";
import type { HourlyNorm } from "./signals/hourly-norm.ts";

/** The place in a list after which the next page begins; `rank` is that of `rankOf`. */
export interface AlertPosition {
  readonly rank: string;
  readonly id: string;
}

export interface Alerts {
  /** Read consistently. */
  get(workspaceId: string, alertId: string): Promise<Alert | null>;
  /** False when there is one with this id. */
  create(alert: Alert): Promise<boolean>;
  /** Stores a change (`version` one higher) if nobody else made one since; false otherwise. */
  save(alert: Alert): Promise<boolean>;
  /** At most `limit` alerts of a state in the order of `rankOf`, beginning after `after`. */
  list(
    workspaceId: string,
    of: { readonly state: Alert["state"] },
    limit: number,
    after: AlertPosition | undefined,
  ): Promise<readonly Alert[]>;
  /** At most `limit` of all workspaces whose `wakeAt` has come, or that have owed events for too long. */
  listDue(nowMs: number, limit: number): Promise<readonly Alert[]>;
}

export interface AlertMails {
  /** Stores a mail once per alert, round, level and reader; gives the one that is stored. */
  open(mail: AlertMail): Promise<AlertMail>;
  /** Writes the mail if its stored version is still `version - 1`; false when another was faster. */
  replace(mail: AlertMail): Promise<boolean>;
  /** Read consistently. */
  get(workspaceId: string, mailId: string): Promise<AlertMail | null>;
  /** The mails of an alert, the newest first. */
  ofAlert(workspaceId: string, alertId: string): Promise<readonly AlertMail[]>;
}

export interface AlertSettingsStore {
  /** The defaults where nobody has changed them. */
  get(workspaceId: string): Promise<AlertSettings>;
  /** Writes on the version that was read; false when somebody was faster. */
  save(workspaceId: string, settings: AlertSettings): Promise<boolean>;
}

/** The negative messages of a channel by hour, each counted once. */
export interface NegativeCounts {
  /** Adds a message to its hour (hours since 1970), and answers how many that hour has. */
  add(workspaceId: string, channelId: string, hour: number, messageId: string, expiresAtMs: number): Promise<number>;
  /** How many each of these hours has; they follow each other. */
  read(workspaceId: string, channelId: string, hours: readonly number[]): Promise<readonly number[]>;
}

/** What a channel's hours usually have; kept for a day, then made anew. */
export interface HourlyNorms {
  get(workspaceId: string, channelId: string): Promise<HourlyNorm | null>;
  put(workspaceId: string, channelId: string, norm: HourlyNorm): Promise<void>;
}

export interface QuestionBooks {
  /** Read consistently; version 0 where there is none. */
  get(workspaceId: string): Promise<QuestionBook>;
  /** Writes on the version that was read; false when somebody was faster. */
  save(workspaceId: string, book: QuestionBook): Promise<boolean>;
}
