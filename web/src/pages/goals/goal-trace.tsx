import { Link } from "wouter-preact";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { originName } from "#core/i18n/visits.ts";
import { useChannels } from "../../api/channels.ts";
import type { GoalDetail, GoalTraceView } from "../../api/contract.ts";
import { traceGoal } from "../../api/goals.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Shown } from "../../ui/states.tsx";
import { dayName, whenOf } from "../../wording.ts";

type Trace = GoalTraceView["trace"];

/** The publications, leads or conversations behind a goal's figure, each with the way to it. */
export function GoalTrace({ goal }: { readonly goal: GoalDetail }) {
  const traced = useResource(`goals:trace:${goal.id}`, () => traceGoal(goal.id));
  const texts = t().goals.trace;
  return (
    <Section title={texts.title}>
      <Shown of={traced}>
        {({ trace, from, to }) => (
          <div class="section-body">
            <p class="aside small">
              {texts.period(dayName(from), dayName(to))} ·{" "}
              {trace.items.length === 0 ? texts.none[trace.kind] : texts[trace.kind](trace.items.length, trace.of)}
            </p>
            {goal.kpi.startsWith("followers") && trace.items.length > 0 && (
              <p class="aside small">{texts.followersNote}</p>
            )}
            <ul class="list goal-trace">{rowsOf(trace)}</ul>
          </div>
        )}
      </Shown>
    </Section>
  );
}

function rowsOf(trace: Trace) {
  switch (trace.kind) {
    case "publications":
      return trace.items.map((item) => <PublicationRow key={item.publicationId} item={item} />);
    case "leads":
      return trace.items.map((item) => <LeadRow key={item.leadId} item={item} />);
    case "visits":
      return trace.items.map((item) => (
        <VisitsRow key={`${item.source} ${item.campaign} ${item.postId}`} item={item} />
      ));
    default:
      return trace.items.map((item) => <ThreadRow key={item.threadId} item={item} />);
  }
}

type ItemOf<Kind extends Trace["kind"]> = Extract<Trace, { kind: Kind }>["items"][number];

function ChannelMark({ channelId }: { readonly channelId: string | null }) {
  const channel = useChannels().data?.channels.find(({ id }) => id === channelId);
  return <PlatformMark manifest={channel?.manifest} />;
}

const zoneOf = () => me.value?.workspace.timeZone ?? "UTC";

function PublicationRow({ item }: { readonly item: ItemOf<"publications"> }) {
  const texts = t().goals.trace;
  const count = (value: number | null) => (value === null ? "—" : formatNumber(language.value, value));
  return (
    <li>
      <Link href={`/posts/${item.postId}`} class="list-row row-link goal-behind-row">
        <ChannelMark channelId={item.channelId} />
        <span class="goal-behind-what">
          <span class="clip">{item.text || t().post.untitled}</span>
          <span class="aside small">{whenOf(item.publishedAt, zoneOf())}</span>
        </span>
        <span class="goal-behind-figures small">
          <span>
            {texts.reach} <strong>{count(item.reach)}</strong>
          </span>
          <span>
            {texts.interactions} <strong>{count(item.interactions)}</strong>
          </span>
          <span>
            {texts.rate} <strong>{item.rate === null ? "—" : formatPercent(language.value, item.rate)}</strong>
          </span>
        </span>
      </Link>
    </li>
  );
}

function LeadRow({ item }: { readonly item: ItemOf<"leads"> }) {
  const texts = t().goals.trace;
  return (
    <li class="list-row goal-behind-row">
      <ChannelMark channelId={item.channelId} />
      <span class="goal-behind-what">
        <Link href={`/leads/${item.leadId}`}>{item.name ?? texts.noName}</Link>
        {item.postId && item.postText && (
          <Link href={`/posts/${item.postId}`} class="small clip">
            {texts.brought(item.postText)}
          </Link>
        )}
      </span>
      <span class="goal-behind-figures small">
        <span>{t().leads.stage[item.stage]}</span>
        <span class="aside">{whenOf(item.at, zoneOf())}</span>
      </span>
    </li>
  );
}

function VisitsRow({ item }: { readonly item: ItemOf<"visits"> }) {
  const { source, campaign, postId, postText, sessions } = item;
  return (
    <li class="list-row goal-behind-row">
      <span class="goal-behind-what">
        <span>{originName(language.value, source)}</span>
        {campaign && <span class="aside small clip">{campaign}</span>}
        {postId && (
          <Link href={`/posts/${postId}`} class="small clip">
            {postText || t().post.untitled}
          </Link>
        )}
      </span>
      <span class="goal-behind-figures small">
        <strong>{t().visits.countedVisits(sessions)}</strong>
      </span>
    </li>
  );
}

function ThreadRow({ item }: { readonly item: ItemOf<"waiting" | "negative" | "answered"> }) {
  const texts = t().goals.trace;
  return (
    <li>
      <Link href={`/inbox/${item.threadId}`} class="list-row row-link goal-behind-row">
        <ChannelMark channelId={item.channelId} />
        <span class="goal-behind-what">
          <span class="clip">{item.text}</span>
          <span class="aside small">{[item.person, whenOf(item.at, zoneOf())].filter(Boolean).join(" · ")}</span>
        </span>
        {item.dueAt !== null && <span class="small">{texts.dueBy(whenOf(item.dueAt, zoneOf()))}</span>}
      </Link>
    </li>
  );
}
