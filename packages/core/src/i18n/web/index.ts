import type { Language } from "../../kernel/language.ts";
import { advice } from "./advice.ts";
import { alerts } from "./alerts.ts";
import { budget } from "./budget.ts";
import { calendar } from "./calendar.ts";
import { campaigns } from "./campaigns.ts";
import { cases } from "./cases.ts";
import { channels } from "./channels.ts";
import { common } from "./common.ts";
import { competitors } from "./competitors.ts";
import { compose } from "./compose.ts";
import { exchange } from "./exchange.ts";
import { experiments } from "./experiments.ts";
import { goals } from "./goals.ts";
import { inbox } from "./inbox.ts";
import { inboxSettings } from "./inbox-settings.ts";
import { inboxTeam } from "./inbox-team.ts";
import { insights } from "./insights.ts";
import { leads } from "./leads.ts";
import { links } from "./links.ts";
import { media } from "./media.ts";
import { post } from "./post.ts";
import { reports } from "./reports.ts";
import { returns } from "./returns.ts";
import { review } from "./review.ts";
import { reviewRequests } from "./review-requests.ts";
import { reviews } from "./reviews.ts";
import { rules } from "./rules.ts";
import { series } from "./series.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { sources } from "./sources.ts";
import { tasks } from "./tasks.ts";
import { today } from "./today.ts";
import { visits } from "./visits.ts";

const areas = {
  advice,
  alerts,
  budget,
  calendar,
  campaigns,
  cases,
  channels,
  common,
  competitors,
  compose,
  exchange,
  experiments,
  goals,
  inbox,
  inboxSettings,
  inboxTeam,
  insights,
  leads,
  media,
  links,
  post,
  reports,
  returns,
  series,
  review,
  reviewRequests,
  reviews,
  rules,
  settings,
  shell,
  signIn,
  sources,
  tasks,
  today,
  visits,
};

/** Everything the dashboard says, by area. */
export type WebTexts = { readonly [Area in keyof typeof areas]: (typeof areas)[Area]["en"] };

const inLanguage = (language: Language): WebTexts => ({
  advice: advice[language],
  alerts: alerts[language],
  budget: budget[language],
  calendar: calendar[language],
  campaigns: campaigns[language],
  cases: cases[language],
  channels: channels[language],
  common: common[language],
  competitors: competitors[language],
  compose: compose[language],
  exchange: exchange[language],
  experiments: experiments[language],
  goals: goals[language],
  inbox: inbox[language],
  inboxSettings: inboxSettings[language],
  inboxTeam: inboxTeam[language],
  insights: insights[language],
  leads: leads[language],
  media: media[language],
  links: links[language],
  post: post[language],
  reports: reports[language],
  returns: returns[language],
  series: series[language],
  review: review[language],
  reviewRequests: reviewRequests[language],
  reviews: reviews[language],
  rules: rules[language],
  settings: settings[language],
  shell: shell[language],
  signIn: signIn[language],
  sources: sources[language],
  tasks: tasks[language],
  today: today[language],
  visits: visits[language],
});

const catalogues: Readonly<Record<Language, WebTexts>> = { uk: inLanguage("uk"), en: inLanguage("en") };

/** The dashboard's texts in a language. */
export const webTexts = (language: Language): WebTexts => catalogues[language];
