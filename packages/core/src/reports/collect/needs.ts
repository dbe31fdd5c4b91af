import type { Case } from "../../cases/index.ts";
import type { Channel } from "../../channels/connected/index.ts";
import type { Post } from "../../content/index.ts";
import type { Thread } from "../../inbox/index.ts";
import type { LeadAgenda } from "../../leads/index.ts";
import type { Publication } from "../../publishing/index.ts";
import { needKinds, type ReportExample, type ReportGoal, type ReportNeed } from "../content.ts";
import { type RegisteredAlert, toReportAlert } from "./alerts.ts";

const shownExamples = 3;

/** What the needs of a report are found in. */
export interface Business {
  readonly channels: readonly Channel[];
  readonly criticalAlerts: readonly RegisteredAlert[];
  /** Those whose time was in the period or since. */
  readonly publications: readonly Publication[];
  /** Open threads with somebody who waits, none of them snoozed. */
  readonly waiting: readonly Thread[];
  readonly inReview: readonly Post[];
  readonly leads: LeadAgenda;
  readonly openCases: readonly Case[];
  readonly goals: readonly ReportGoal[];
  readonly now: number;
}

/** What needs a person, the gravest first; what there is none of is left out. Pure. */
export function needsOf(business: Business): readonly ReportNeed[] {
  const { channels, now, leads } = business;
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const overdue = business.waiting.filter(({ dueAt }) => dueAt !== undefined && dueAt < now);
  const reviews = business.waiting.filter(({ kind }) => kind === "review");
  const ofState = (state: Publication["state"]) => business.publications.filter((one) => one.state === state);
  const thread = (one: Thread): ReportExample => ({
    text: one.excerpt,
    who: one.person?.name,
    channelName: names.get(one.channelId),
    at: one.dueAt ?? one.waitingSince,
  });
  const publication = ({ content, channelId, dueAt }: Publication): ReportExample => ({
    text: content.text,
    channelName: names.get(channelId),
    at: dueAt,
  });
  const all: readonly ReportNeed[] = [
    ...business.criticalAlerts.map((alert) => ({
      ...counted("critical-alert", [alert], () => [], `/alerts/${alert.id}`),
      alert: toReportAlert(alert, names),
    })),
    counted("failed-publications", ofState("failed"), publication, "/calendar"),
    counted("unconfirmed-publications", ofState("unconfirmed"), publication, "/calendar"),
    ...channels
      .filter(({ state }) => state === "reconnect")
      .map(({ name }) => ({ ...counted("reconnect-channel", [name], () => [], "/channels"), subject: name })),
    counted("overdue-answers", overdue.toSorted(byDue), thread, "/inbox?waiting=overdue"),
    counted("waiting-reviews", reviews.toSorted(byDue), thread, "/reviews"),
    counted("waiting-leads", leads.waiting, leadExample, "/leads"),
    counted(
      "waiting-approvals",
      business.inReview,
      ({ base, channelIds }) => postExample(base.text, channelIds, names),
      "/calendar",
    ),
    counted("lead-steps", leads.steps, ({ name, nextStep }) => ({ text: nextStep?.text ?? "", who: name }), "/leads"),
    counted(
      "open-cases",
      business.openCases,
      ({ excerpt = "", person, channelId }) => ({
        text: excerpt,
        who: person,
        channelName: channelId && names.get(channelId),
      }),
      "/reviews/cases",
    ),
    ...business.goals
      .filter(({ state }) => state === "behind")
      .map(({ id, name }) => ({ ...counted("goal-behind", [name], () => [], `/goals/${id}`), subject: name })),
  ];
  const rank = ({ kind }: ReportNeed) => needKinds.indexOf(kind);
  return all.filter(({ count }) => count > 0).sort((a, b) => rank(a) - rank(b));
}

function counted<Item>(
  kind: ReportNeed["kind"],
  items: readonly Item[],
  toExample: (item: Item) => ReportExample | readonly ReportExample[],
  path: string,
): ReportNeed {
  const examples = items.slice(0, shownExamples).flatMap(toExample);
  return { kind, count: items.length, examples: examples.filter(({ text, who }) => text !== "" || who), path };
}

const byDue = (a: Thread, b: Thread): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);

const leadExample = ({ name, waiting }: LeadAgenda["waiting"][number]): ReportExample => ({
  text: "",
  who: name,
  at: waiting?.dueAt,
});

const postExample = (text: string, channelIds: readonly string[], names: ReadonlyMap<string, string>) => ({
  text,
  channelName: channelIds
    .map((id) => names.get(id))
    .filter(Boolean)
    .join(", "),
});
