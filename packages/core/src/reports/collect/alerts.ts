import { sayOf } from "../../i18n/alerts.ts";
import type { ReportAlert, ReportDecided } from "../content.ts";

/** An entry of the register of threats and opportunities, as far as a report tells it. */
export interface RegisteredAlert {
  readonly id: string;
  readonly kind: string;
  readonly side: string;
  readonly severity: string;
  readonly channelId?: string | undefined;
  readonly params: Readonly<Record<string, string | number>>;
  readonly count: number;
  readonly countBefore?: number | undefined;
  readonly sinceAt?: number | undefined;
  readonly lastSeenAt: number;
  readonly outcome?: { readonly what: string; readonly note?: string | undefined; readonly at: number } | undefined;
}

/** The register itself belongs to the domain of alerts, which listens to reports. */
export interface AlertRegister {
  list(
    workspaceId: string,
    filter: { readonly state: "open" | "closed" },
    limit: number,
    after: undefined,
  ): Promise<readonly RegisteredAlert[]>;
}

export const toReportAlert = (alert: RegisteredAlert, names: ReadonlyMap<string, string>): ReportAlert => {
  const { channel: channelName, ...say } = sayOf(alert, alert.channelId && names.get(alert.channelId));
  return { kind: alert.kind, channelName, ...say };
};

const outcomes = ["handled", "no-action", "false-alarm"] as const;
const shown = 8;

/** What people decided in `[from, to)`, epoch ms, the newest first; what settled by itself was no decision. */
export function decidedIn(
  closed: readonly RegisteredAlert[],
  { from, to }: { from: number; to: number },
  names: ReadonlyMap<string, string>,
): readonly ReportDecided[] {
  return closed
    .flatMap((alert) => {
      const what = outcomes.find((one) => one === alert.outcome?.what);
      const at = alert.outcome?.at ?? 0;
      return what && at >= from && at < to
        ? [{ alert: toReportAlert(alert, names), outcome: what, note: alert.outcome?.note, at }]
        : [];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, shown);
}
