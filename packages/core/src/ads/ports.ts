import type { AdDay, ChosenAdAccount } from "./model.ts";

export interface AdAccounts {
  /** The ad account of a channel. */
  get(workspaceId: string, channelId: string): Promise<ChosenAdAccount | null>;
  /** Those of all channels of a workspace. */
  list(workspaceId: string): Promise<readonly ChosenAdAccount[]>;
  /** Chooses, in the place of whatever was chosen before. */
  put(chosen: ChosenAdAccount): Promise<void>;
  /** Notes how asking for an account's figures went, if it is still the chosen one. */
  note(
    chosen: Pick<ChosenAdAccount, "workspaceId" | "channelId" | "account">,
    outcome: { measuredAt: number } | { trouble: NonNullable<ChosenAdAccount["trouble"]>; troubledAt: number },
  ): Promise<void>;
  remove(workspaceId: string, channelId: string): Promise<void>;
}

export interface AdDays {
  /** Stores a report; the newest wins whatever order they come in, and every differing one is kept as history. */
  put(workspaceId: string, report: AdDay): Promise<void>;
  /** The days of all accounts from `from` to `to`, both included, in order of day. One query. */
  between(workspaceId: string, from: string, to: string): Promise<readonly AdDay[]>;
  /** All reports of an account's day that differed, the oldest first. */
  history(workspaceId: string, accountId: string, day: string): Promise<readonly AdDay[]>;
}
