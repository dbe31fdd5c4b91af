import type { Failure } from "../kernel/failure.ts";
import type { Language } from "../kernel/language.ts";
import { accessFailures } from "./failures/access.ts";
import { adFailures } from "./failures/ads.ts";
import { alertFailures } from "./failures/alerts.ts";
import { budgetFailures } from "./failures/budget.ts";
import { caseFailures } from "./failures/cases.ts";
import { channelsFailures } from "./failures/channels.ts";
import { commonFailures } from "./failures/common.ts";
import { competitorFailures } from "./failures/competitors.ts";
import { connectingFailures } from "./failures/connecting.ts";
import { contentFailures } from "./failures/content.ts";
import { currencyFailures } from "./failures/currencies.ts";
import { exchangeFailures } from "./failures/exchange.ts";
import { filesFailures } from "./failures/files.ts";
import { followUpOutcomes } from "./failures/follow-up-outcomes.ts";
import { inboxFailures } from "./failures/inbox.ts";
import { insightsFailures } from "./failures/insights.ts";
import { leadsFailures } from "./failures/leads.ts";
import { mediaFailures } from "./failures/media.ts";
import { planningFailures } from "./failures/planning.ts";
import { publishingFailures } from "./failures/publishing.ts";
import { reportFailures } from "./failures/reports.ts";
import { reviewRequestFailures } from "./failures/review-requests.ts";
import { rowFailures } from "./failures/rows.ts";
import { rulesFailures } from "./failures/rules.ts";
import { sourceFailures } from "./failures/sources.ts";
import { strategyFailures } from "./failures/strategy.ts";
import { taskFailures } from "./failures/tasks.ts";
import { webFailures } from "./failures/web.ts";

/** What a person reads about a failure: what happened and, where there is one, what to do. */
export interface FailureText {
  readonly message: string;
  readonly cure?: string;
}

export type FailureParams = Readonly<Record<string, string | number>>;

/** Both languages of one code, side by side; a missing one is a type error. */
export type FailureEntry = Record<Language, (params: FailureParams) => FailureText>;

const catalogue: Readonly<Record<string, FailureEntry>> = {
  ...commonFailures,
  ...channelsFailures,
  ...filesFailures,
  ...accessFailures,
  ...connectingFailures,
  ...inboxFailures,
  ...rulesFailures,
  ...insightsFailures,
  ...strategyFailures,
  ...budgetFailures,
  ...currencyFailures,
  ...adFailures,
  ...competitorFailures,
  ...taskFailures,
  ...leadsFailures,
  ...contentFailures,
  ...planningFailures,
  ...mediaFailures,
  ...publishingFailures,
  ...followUpOutcomes,
  ...reportFailures,
  ...alertFailures,
  ...caseFailures,
  ...reviewRequestFailures,
  ...webFailures,
  ...exchangeFailures,
  ...rowFailures,
  ...sourceFailures,
};

/** The sentence and cure of a failure in a language. A code without an entry is a bug and throws. */
export function failureText(language: Language, failure: Failure): FailureText {
  const entry = catalogue[failure.code];
  if (!entry) throw new Error(`No text for the failure ${failure.code}`);
  return entry[language](failure.params ?? {});
}
