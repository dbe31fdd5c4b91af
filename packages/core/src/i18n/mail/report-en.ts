import { countEn as count } from "../web/area.ts";
import type { Basis, ReportTexts } from "./report-texts.ts";

const posts = count("post", "posts");
const leads = count("new lead", "new leads");
const slots = count("free slot", "free slots");
const waiting = count("message waits for an answer", "messages wait for an answer");
const span = { daily: "on the day", weekly: "this week", monthly: "this month", quarterly: "in 90 days" };
const reached: Readonly<Record<Basis, string>> = { people: "reach", views: "views", mixed: "reach and views" };

export const english: ReportTexts = {
  title: {
    daily: (day) => `Today, ${day}`,
    weekly: (week) => `Week ${week}`,
    monthly: (month) => month,
    quarterly: () => "90-day review",
  },
  subject: {
    daily: (_, clauses) => `Today: ${clauses}`,
    weekly: (week, clauses) => `Week ${week}: ${clauses}`,
    monthly: (month, clauses) => `${month}: ${clauses}`,
    quarterly: (_, clauses) => `90-day review: ${clauses}`,
  },
  head: {
    daily: (workspace, period) => `${workspace} · figures of ${period}`,
    weekly: (workspace, period) => `${workspace} · ${period}`,
    monthly: (workspace, period) => `${workspace} · ${period}`,
    quarterly: (workspace, period) => `${workspace} · ${period}`,
  },
  onlyChannels: (names) => `Only these channels: ${names}.`,
  andMore: (more) => `and ${more} more`,
  sections: {
    summary: "In short",
    goals: "Goals",
    figures: { daily: "Figures", weekly: "Figures", monthly: "Figures", quarterly: "Figures over 13 weeks" },
    best: "What worked",
    reputation: "Reputation",
    leads: "Leads",
    risks: {
      daily: "Waiting for you",
      weekly: "Risks and decisions",
      monthly: "Risks and decisions",
      quarterly: "Risks and decisions",
    },
    visits: "Site visits from social",
    spend: "Spend and return",
    decided: "What was decided",
    advice: "What the figures advise",
    next: {
      daily: "Going out today",
      weekly: "The next seven days",
      monthly: "The next 30 days",
      quarterly: "The next 90 days",
    },
  },
  clauses: {
    reachShort: (change, basis) => `${reached[basis]} ${change}`,
    reach: ({ basis, total, by, direction }) => {
      const what = reached[basis];
      const [rose, fell, were] = basis === "people" ? ["rose", "fell", "was"] : ["rose", "fell", "were"];
      if (direction === "up") return `${what} ${rose} ${by} to ${total}`;
      if (direction === "down") return `${what} ${fell} ${by} to ${total}`;
      return direction === "same" ? `${what} hardly changed at ${total}` : `${what} ${were} ${total}`;
    },
    followers: (now, change) => `followers ${now} (${change})`,
    interactions: count("interaction", "interactions"),
    noChannels: "no channel is connected yet",
    channelsGone: "the chosen channels are not connected any more",
    noFigures: "the platforms have given no figures yet",
    goalsBehind: count("goal is behind", "goals are behind"),
    goalsOnCourse: (onCourse, all) =>
      onCourse === all
        ? `${count("goal", "goals")(all)} on course`
        : `${onCourse} of ${count("goal", "goals")(all)} on course`,
    waiting,
    allAnswered: "everyone has an answer",
    nobodyWrote: "nobody wrote",
    leads: (received, won) => (won > 0 ? `${leads(received)} (${won} won)` : leads(received)),
    needs: {
      "critical-alert": count("critical threat", "critical threats"),
      "failed-publications": count("post did not go out", "posts did not go out"),
      "reconnect-channel": count("channel is disconnected", "channels are disconnected"),
      "overdue-answers": count("overdue answer", "overdue answers"),
      "waiting-reviews": count("review without an answer", "reviews without an answer"),
      "waiting-leads": count("lead waits for an answer", "leads wait for an answer"),
      "waiting-approvals": count("post to approve", "posts to approve"),
      "unconfirmed-publications": count("post is unconfirmed", "posts are unconfirmed"),
      "lead-steps": count("step with a lead", "steps with leads"),
      "open-cases": count("case without an owner", "cases without an owner"),
      "goal-behind": count("goal is behind", "goals are behind"),
    },
    waitsForYou: (clauses) => `needs you: ${clauses}`,
    nothingUrgent: "nothing is urgent",
    goesOut: (planned) => (planned === 0 ? "nothing goes out" : count("post goes out", "posts go out")(planned)),
    today: (clause) => `${clause} today`,
  },
  comparedWith: (range) => `Changes against ${range}.`,
  comparedPerDay: (range, daysBefore, days) =>
    `Changes against ${range}, which had ${count("day", "days")(daysBefore)} where this has ${days}: sums are compared per day.`,
  nothingToCompare: "There is nothing to compare with yet: the period before has no figures.",
  partial: "not all channels or days gave data",
  unusual: ({ day, figure, value, usual }) => `${day}: ${figure} ${value}, usually about ${usual} on that weekday.`,
  kpis: {
    audienceGrowth: "Audience growth",
    audienceProfile: "Audience profile",
    engagement: "Engagement",
    reach: "Reach",
    views: "Views",
    engagementByType: "Engagement by type of post",
    leads: "Leads",
    response: "Response",
    negativeFeedback: "Negative feedback",
  },
  types: { image: "Picture", video: "Video", carousel: "Several pictures", link: "Link", text: "Text", story: "Story" },
  headlines: {
    followers: "Followers",
    followersChange: "New followers",
    interactions: "Interactions",
    engagementRate: "Engagement rate",
    reach: "Reach",
    leads: "New leads",
    conversionToWon: "Share of leads won",
    shareAnswered: "Share answered",
    medianFirstResponseMs: "Median first response",
    shareWithinTarget: "Answered within target",
    qualityScore: "Quality of answers",
    negativeFeedback: "Negative feedback",
    negativePer1000: "Negative per 1,000 reached",
    siteVisits: "Site visits from social",
  },
  columns: {
    week: "Week to",
    channel: "Channel",
    type: "Type",
    posts: "Posts",
    rate: "Engagement",
    rateBefore: "Before",
    usual: "Usual",
    middleHalf: "Half of them",
    change: "Change",
    followers: "Followers",
    reach: "Reach",
    interactions: "Interactions",
    leads: "Leads",
    shareAnswered: "Answered",
    negativeFeedback: "Negative",
  },
  genders: { F: "women", M: "men", U: "gender not told", female: "women", male: "men" },
  notAvailable: {
    "not-given-by-platform": "the platform does not give this",
    "not-yet": "no data yet",
    "too-few-people": "too few people for the platform to show it",
    "no-permission": "the platform's permission is missing",
    "no-cases": "there was nothing to count in this time",
  },
  perDay: (relative) => `${relative} per day`,
  points: (signed) => `${signed} points`,
  noChange: "unchanged",
  better: "better",
  worse: "worse",
  inTotal: (total) => `${total} in total`,
  rateOf: (rate) => `engagement rate ${rate}`,
  answeredIn: (median) => `median first response ${median}`,
  perThousand: (figure) => `${figure} per 1,000 reached`,
  wonNote: (won, value) => (value ? `${won} won, ${value}` : `${won} won`),
  bestType: (type, rate) => `${type} ${rate}`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours) => `${hours} h`,
  goalStates: {
    "on-course": "on course",
    behind: "behind",
    reached: "reached",
    missed: "missed",
    "no-data": "not measured yet",
  },
  onTheWay: (state, share) => `${state}, ${share} of the way`,
  in28Days: (figure) => `${figure} in 28 days`,
  toldUntil: (day) => `counted up to ${day}`,
  goalLine: ({ figure, current, target, due }) => `${figure}: ${current}, target ${target} by ${due}`,
  forecast: (low, high) =>
    low === high ? `forecast for that day: ${low}` : `forecast for that day: ${low} to ${high}, probability 80%`,
  goalAsk: (name) => `The goal “${name}” is behind: do more for it, move the date, or change the target?`,
  fallAsk: (figure, relative) => `${figure}: ${relative}. What will bring it back?`,
  interactions: count("interaction", "interactions"),
  reached: (figure) => `reach ${figure}`,
  norms: (needed) =>
    `What is usual by content type: the engagement rate of the post in the middle, and the range in which half of the posts lie. Posts of the 90 days that had two days to be seen; from ${needed} posts of a type on.`,
  fromTo: (low, high) => `${low} to ${high}`,
  tooFewForNorm: "too few",
  noBest: "No post of this period has figures yet.",
  published: ({ published, onTime, failed }) => {
    if (published === 0 && failed === 0) return "Nothing was posted in this time.";
    const head =
      published === onTime
        ? `${posts(published)} published, all on time.`
        : `${posts(published)} published, ${onTime} of them on time.`;
    return failed === 0 ? head : `${head} ${count("post", "posts")(failed)} did not go out.`;
  },
  reviewsLine: ({ reviews, answered, mean, meanBefore }) => {
    if (reviews === 0) return "There were no new reviews.";
    const before = meanBefore && meanBefore !== mean ? ` (${meanBefore} before)` : "";
    const rating = mean ? `, ${mean} stars on average${before}` : "";
    const some = answered === 0 ? (reviews === 1 ? "not answered yet" : "none answered yet") : `${answered} answered`;
    const replied = answered === reviews ? (reviews === 1 ? "answered" : "all answered") : some;
    return `${count("new review", "new reviews")(reviews)}${rating}, ${replied}.`;
  },
  opinionsLine: (recommended, notRecommended) => {
    const pleased = count("person recommends", "people recommend")(recommended);
    return notRecommended === 0 ? `${pleased}.` : `${pleased}, ${count("does not", "do not")(notRecommended)}.`;
  },
  negativeLine: (some) =>
    some === 0 ? "There were no negative messages." : `${count("negative message", "negative messages")(some)}.`,
  waitingLine: (some, overdue) => {
    if (some === 0) return "Nobody waits for an answer.";
    return overdue > 0 ? `${waiting(some)}, ${overdue} overdue.` : `${waiting(some)}.`;
  },
  casesLine: ({ opened, closed, stillOpen }) =>
    [
      opened === 0 ? "No new cases" : count("new case", "new cases")(opened),
      ...(closed === 0 ? [] : [`${closed} closed`]),
      stillOpen === 0 ? "none left open." : `${stillOpen} still open.`,
    ].join(", "),
  quote: (text) => `“${text}”`,
  stars: (rating) => `${rating} of 5`,
  answered: "answered",
  unanswered: "not answered",
  leadsLine: (received, won, value) => {
    if (received === 0) return "There were no new leads.";
    if (won === 0) return `${leads(received)}, none won yet.`;
    return `${leads(received)}, ${won} of them won${value ? ` for ${value}` : ""}.`;
  },
  visits: {
    total: (sessions, change) => `Visits: ${sessions}${change ? ` (${change})` : ""}.`,
    engaged: (share, newUsers) => `Engaged: ${share}. New visitors: ${newUsers}.`,
    keyEvents: (events, revenue) => `Key events: ${events}${revenue ? `, revenue ${revenue}` : ""}.`,
    chart: (sessions) => `Site visits from social: ${sessions} in the period`,
    source: "Where from",
    byCampaign: (list) => `By campaign: ${list}.`,
    sessions: "Visits",
    change: "Change",
    keyEventsShort: "Key events",
    why: {
      "no-site": "No site is connected, so visits are not measured.",
      "not-yet": "Google Analytics has not told anything of these days yet.",
      "no-permission": "Google Analytics no longer lets us in: connect the site again under Channels.",
      "not-found": "The Google Analytics property is gone: connect another one under Channels.",
      refused: "Google Analytics refused the question: ask your operator.",
    },
    daysMissing: (days) => `${count("day is", "days are")(days)} not measured yet; the sums go without.`,
    settling: (day) =>
      `From ${day} on Google is still counting, so the numbers may grow; the change compares only the days before.`,
    withheld: "Google withheld small numbers to protect people: there may have been more visits.",
    sampled: "Google estimated the numbers from a part of the visits.",
    zone: (zones) => `Days are counted by the site's time: ${zones}.`,
    csv: {
      sessions: "Site visits from social",
      engaged: "Share of engaged visits",
      keyEvents: "Key events on the site",
      newUsers: "New visitors of the site",
    },
    csvSource: (source) => `Site visits: ${source}`,
    csvCampaign: (campaign) => `Site visits, campaign: ${campaign}`,
  },
  spend: {
    cost: (cost) => `${cost} spent.`,
    ads: ({ spend, clicks, perClick }) => {
      const each = perClick ? ` at ${perClick} each` : "";
      return `Ads: ${spend}${clicks ? `, ${count("click", "clicks")(clicks)}${each}` : ""}.`;
    },
    budget: (spent) => `Content, tools and training: ${spent}.`,
    rates: (told) => `Converted: ${told}.`,
    missingRates: (which) => `An exchange rate is missing (${which}): enter it in the budget.`,
    perLead: (each) => `A new lead costs ${each}.`,
    won: (some, value) =>
      some === 0
        ? "No lead of known origin was won."
        : `${count("lead", "leads")(some)} won${value ? ` for ${value}` : ""}.`,
    roi: (first, last) => (first === last ? `ROI ${first}.` : `ROI ${first} by first touch, ${last} by last touch.`),
    noRoi: (why) => `The ROI cannot be told: ${why}.`,
    why: {
      "no-account": "no ad account is chosen",
      "not-yet": "ads have given no data yet",
      "no-permission": "the permission to read ads is missing",
      "account-gone": "the ad account is gone",
      "no-rate": "the sums are in different currencies, and an exchange rate is missing",
      "no-cost": "nothing was spent",
      "no-leads": "there were no leads",
      "no-clicks": "there were no clicks",
    },
    daysMissing: (days) => `${count("day", "days")(days)} of ads not measured yet: the sums leave them out.`,
    campaign: "Campaign",
    spent: "Spent",
    value: "Won",
    roiShort: "ROI",
  },
  sources: {
    "lead-form": "the platform's form",
    form: "own form",
    thread: "conversation",
    manual: "entered by hand",
    import: "import",
  },
  sourcesLine: (list) => `From: ${list}.`,
  needs: {
    "critical-alert": ({ subject }) => `${subject}.`,
    "failed-publications": ({ count: n }) => `${posts(n)} did not go out: look at the cause.`,
    "reconnect-channel": ({ subject }) =>
      `The channel “${subject}” must be connected again: there is no access to it any more.`,
    "overdue-answers": ({ count: n }) =>
      `${count("message waits", "messages wait")(n)} for an answer longer than agreed.`,
    "waiting-reviews": ({ count: n }) => `${count("review waits", "reviews wait")(n)} for an answer.`,
    "waiting-leads": ({ count: n }) => `${count("lead waits", "leads wait")(n)} for a first answer.`,
    "waiting-approvals": ({ count: n }) => `${count("post waits", "posts wait")(n)} for approval.`,
    "unconfirmed-publications": ({ count: n }) =>
      `It is not known whether ${count("post", "posts")(n)} appeared on the platform: look.`,
    "lead-steps": ({ count: n }) => `${count("step with a lead is", "steps with leads are")(n)} due today or before.`,
    "open-cases": ({ count: n }) =>
      `${count("case of an unhappy customer has", "cases of unhappy customers have")(n)} no owner.`,
    "goal-behind": ({ subject }) => `The goal “${subject}” is behind.`,
  },
  buttons: {
    "critical-alert": "See the threat",
    "failed-publications": "See the posts",
    "reconnect-channel": "Connect the channel",
    "overdue-answers": "Answer",
    "waiting-reviews": "Answer the reviews",
    "waiting-leads": "Answer the leads",
    "waiting-approvals": "Read and approve",
    "unconfirmed-publications": "Look",
    "lead-steps": "Open the leads",
    "open-cases": "Name an owner",
    "goal-behind": "See the goal",
  },
  due: (when) => `by ${when}`,
  wasDue: (when) => `was due ${when}`,
  nothingToDecide: "Nothing is urgent.",
  outcomes: { handled: "handled", "no-action": "decided to do nothing", "false-alarm": "false alarm" },
  planned: (planned, until) =>
    until
      ? `${count("post is", "posts are")(planned)} scheduled up to ${until}.`
      : `${count("post", "posts")(planned)} still to go out today.`,
  nothingPlanned: (until) => (until ? `Nothing is scheduled up to ${until}.` : "Nothing is scheduled for today."),
  freeSlots: (free) => `The schedule has ${slots(free)}.`,
  plan: "Plan a post",
  openDashboard: "Open Dopys",
  madeAt: (when, zone) => `Put together ${when} (${zone}).`,
  measuredAt: (when) => `The platforms were last asked ${when}.`,
  why: (name) => `You get this e-mail because you are a reader of the reports of “${name}”.`,
  page: (page, pages) => `${page} / ${pages}`,
  charts: {
    reach: ({ basis, total, best, span: kind }) => {
      const what = { people: "Reach", views: "Views", mixed: "Reach and views" }[basis];
      return `${what} ${span[kind]}: ${total}${best ? `, most on ${best}` : ""}`;
    },
    followers: (now, change, kind) => `Followers: ${now}, ${change} ${span[kind]}`,
    byType: (best) => `Most engaging: ${best}`,
    trends: "Figures by week: first week, course, last week",
    picture: (post) => `Picture of the post: ${post}`,
    goalHistory: (name) => `${name}: by week`,
  },
  csv: ["From", "To", "Channel", "Figure", "Value", "Note"],
  csvUnits: { percent: "%", minutes: "min" },
  csvNames: {
    received: "Messages received",
    answered: "Messages answered",
    p90: "90th percentile of first response",
    adSpend: "Ad spend",
    budgetSpent: "Spent by the plan without ads",
    won: "Won value by last touch",
  },
  sides: { country: "country", city: "city", age: "age", gender: "gender", language: "language" },
  allChannels: "all",
};
