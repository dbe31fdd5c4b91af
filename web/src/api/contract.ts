import type { InferRequestType, InferResponseType } from "hono/client";
import type { Manifest, PublishingManifest } from "#core/channels/manifest.ts";
import type { api } from "./client.ts";

type Posts = typeof api.posts;
type Inbox = typeof api.inbox;

export type Me = InferResponseType<typeof api.me.$get>;

export type Invitation = InferRequestType<typeof api.members.$post>["json"];

/** Anything that is connected, of a platform that this installation knows: also a site's analytics. */
export type ConnectedChannel = Omit<InferResponseType<typeof api.channels.$get>["channels"][number], "manifest"> & {
  readonly manifest: Manifest;
};
/** A connected channel on which something is published. */
export type Channel = ConnectedChannel & { readonly manifest: PublishingManifest };
export type Slot = Channel["slots"][number];

export type Asset = InferResponseType<(typeof api.media)[":id"]["complete"]["$post"]>["asset"];

/** A file as far as a preview shows it. */
export type ShownFile = Pick<Asset, "id" | "kind" | "url"> & Partial<Pick<Asset, "altText" | "width" | "height">>;
export type AssetUse = InferResponseType<(typeof api.media)[":id"]["uses"]["$get"]>["posts"][number];

export type PostView = InferResponseType<Posts[":id"]["$get"]>;
export type Post = PostView["post"];
export type PostState = Post["state"];
export type HistoryEntry = Post["history"][number];
export type PublicationSummary = PostView["publications"][number];
export type PublicationState = PublicationSummary["state"];
export type ReviewLink = InferResponseType<Posts[":id"]["review-links"]["$get"]>["links"][number];
/** What somebody outside is shown. */
export type ReviewView = InferResponseType<(typeof api.review)[":token"]["$get"]>;
export type ReviewAnswer = InferRequestType<(typeof api.review)[":token"]["$post"]>["json"];
export type { PostDraft } from "#core/content/model.ts";

export type CalendarView = InferResponseType<typeof api.calendar.$get>;
export type FreeSlot = CalendarView["freeSlots"][number];
/** A time as a person chose it: wall clock in a zone, the next free slot of each channel, or now. */
export type When = InferRequestType<Posts[":id"]["schedule"]["$post"]>["json"]["when"];

export type Series = InferResponseType<(typeof api.series)[":id"]["$get"]>["series"];
export type SeriesDate = Series["dates"][number];
export type SeriesChange = InferRequestType<(typeof api.series)[":id"]["$patch"]>["json"]["change"];
export type EvergreenDraft = InferRequestType<Posts[":id"]["evergreen"]["$put"]>["json"];

export type TodayView = InferResponseType<typeof api.today.$get>;
export type Attention = TodayView["needsAttention"][number];

export type ThreadPage = InferResponseType<Inbox["$get"]>;
export type ThreadSummary = ThreadPage["threads"][number];
export type ThreadView = InferResponseType<Inbox[":id"]["$get"]>;
/** A message, a review, or a reply of ours on its way. */
export type InboxMessage = ThreadView["messages"][number];
export type ThreadQuery = Omit<InferRequestType<Inbox["$get"]>["query"], "cursor" | "limit">;
export type InboxState = NonNullable<ThreadQuery["state"]>;
export type ThreadNote = ThreadView["notes"][number];
export type ManyAct = InferRequestType<Inbox["many"]["$post"]>["json"]["act"];
export type SavedReply = InferResponseType<(typeof api)["saved-replies"]["$get"]>["replies"][number];
export type { ResponseTargets } from "#core/inbox/response-targets.ts";
export type { SavedReplyDraft } from "#core/inbox/saved-reply.ts";

export type Import = InferResponseType<(typeof api.imports)[":id"]["$get"]>["import"];

export type Source = InferResponseType<typeof api.sources.$get>["sources"][number];
export type SourceDraft = InferRequestType<typeof api.sources.$post>["json"];

export type Goal = InferResponseType<typeof api.goals.$get>["goals"][number];
export type GoalDraft = InferRequestType<typeof api.goals.$post>["json"];
export type GoalChange = InferRequestType<(typeof api.goals)[":id"]["$patch"]>["json"];
export type GoalDetail = InferResponseType<(typeof api.goals)[":id"]["$get"]>["goal"];
export type GoalTraceView = InferResponseType<(typeof api.goals)[":id"]["trace"]["$get"]>;

export type Task = InferResponseType<typeof api.tasks.$get>["tasks"][number];
export type TaskDraft = InferRequestType<typeof api.tasks.$post>["json"];
export type TaskChange = InferRequestType<(typeof api.tasks)[":id"]["$patch"]>["json"];

export type Recommendation = InferResponseType<typeof api.recommendations.$get>["recommendations"][number];

export type Experiment = InferResponseType<typeof api.experiments.$get>["experiments"][number];
export type ExperimentDraft = InferRequestType<typeof api.experiments.$post>["json"];

export type Campaign = InferResponseType<typeof api.campaigns.$get>["campaigns"][number];
export type CampaignDraft = InferRequestType<typeof api.campaigns.$post>["json"];
export type CampaignChange = InferRequestType<(typeof api.campaigns)[":id"]["$patch"]>["json"];

export type Report = InferResponseType<typeof api.reports.$get>["reports"][number];
export type ReportDraft = InferRequestType<typeof api.reports.$post>["json"];
export type ReportChange = InferRequestType<(typeof api.reports)[":id"]["$patch"]>["json"];
export type SendOrder = InferRequestType<(typeof api.reports)[":id"]["send"]["$post"]>["json"];
export type ReportDelivery = InferResponseType<(typeof api.reports)[":id"]["deliveries"]["$get"]>["deliveries"][number];
export type ReaderStanding = InferResponseType<(typeof api.reports)[":id"]["deliveries"]["$get"]>["readers"][number];
export type Recipient = Report["recipients"][number];

export type Review = InferResponseType<typeof api.reviews.$get>["reviews"][number];
export type Case = InferResponseType<(typeof api.cases)[":id"]["$get"]>["case"];
export type CaseCauses = InferRequestType<typeof api.cases.causes.$put>["json"];
export type CaseChange = InferRequestType<(typeof api.cases)[":id"]["$patch"]>["json"];
export type ReviewQuery = Omit<InferRequestType<typeof api.reviews.$get>["query"], "cursor" | "limit">;
export type ReviewDetail = InferResponseType<(typeof api.reviews)[":id"]["$get"]>["review"];
export type ProposedAnswer = InferResponseType<(typeof api.reviews)["waiting-answers"]["$get"]>["answers"][number];
export type AnswerRule = InferRequestType<(typeof api.reviews)["answer-rule"]["$put"]>["json"];
export type ReviewFigures = InferResponseType<typeof api.reviews.figures.$get>;
export type ReviewFiguresQuery = InferRequestType<typeof api.reviews.figures.$get>["query"];

type Requests = (typeof api)["review-requests"];
export type ReviewRequest = InferResponseType<Requests["$get"]>["requests"][number];
export type RequestFigures = InferResponseType<Requests["figures"]["$get"]>["figures"];
export type RequestSettings = InferRequestType<Requests["settings"]["$put"]>["json"];

export type Alert = InferResponseType<(typeof api.alerts)[":id"]["$get"]>["alert"];
export type AlertSummary = InferResponseType<typeof api.alerts.$get>["alerts"][number];
export type AlertFilters = Omit<InferRequestType<typeof api.alerts.$get>["query"], "cursor" | "limit">;
export type AlertDecision = InferRequestType<(typeof api.alerts)[":id"]["decide"]["$post"]>["json"]["decision"];
export type AlertSettings = InferRequestType<typeof api.alerts.settings.$put>["json"];
/** What the link in a mail shows. */
export type AlertLinkView = InferResponseType<(typeof api.alert)[":token"]["$get"]>;
