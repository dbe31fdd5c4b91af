import { CircleAlert, ExternalLink } from "lucide-preact";
import { useChannels } from "../../api/channels.ts";
import type { Channel, PostView, PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { StatePill } from "../../ui/publication-state.tsx";
import { whenWithZone } from "../../wording.ts";
import { isMovable } from "../calendar/moving.ts";
import { Brought } from "../leads/brought.tsx";
import { Clicks } from "./clicks.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { Standing } from "./standing.tsx";

interface PublicationsProps {
  readonly view: PostView;
  readonly onMove: (publication: PublicationSummary) => void;
}

/** Where the post goes and how far it is, one row a channel. */
export function Publications({ view, onMove }: PublicationsProps) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().post;
  const { publications, checks } = view;
  const problems = checks.flatMap((check) => check.problems);
  return (
    <Section title={texts.publications}>
      {publications.length === 0 && <p class="aside post-none">{texts.noPublications}</p>}
      <ul class="list">
        {publications.map((publication) => (
          <PublicationRow
            key={publication.id}
            publication={publication}
            channel={channels.find(({ id }) => id === publication.channelId)}
            onMove={onMove}
          />
        ))}
      </ul>
      {publications.length === 0 && problems.length > 0 && (
        <div class="note note-wheat">
          <CircleAlert size={16} aria-hidden="true" />
          <div>
            <strong>{texts.problems(problems.length)}</strong>
            <ul>
              {problems.map(({ message, cure }) => (
                <li key={message}>
                  {message} {cure}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Section>
  );
}

interface RowProps {
  readonly publication: PublicationSummary;
  readonly channel: Channel | undefined;
  readonly onMove: (publication: PublicationSummary) => void;
}

function PublicationRow({ publication, channel, onMove }: RowProps) {
  const { state, url, failure } = publication;
  const texts = t().post;
  return (
    <li class="publication">
      <div class="list-row">
        <PlatformMark manifest={channel?.manifest} />
        <div class="publication-what">
          <p class="clip">{channel?.name}</p>
          <p class="aside small">{timing(publication)}</p>
        </div>
        <span class="push row row-wrap publication-acts">
          <StatePill state={state} />
          {isMovable(publication) && (
            <Button onClick={() => onMove(publication)}>
              {state === "scheduled" ? t().calendar.move : texts.scheduleAgain}
            </Button>
          )}
          {url && (
            <a class="button" href={url} target="_blank" rel="noreferrer">
              {texts.seeOn(channel?.manifest.name ?? "")}
              <ExternalLink size={14} aria-hidden="true" />
              <span class="hidden-visually">{t().common.opensElsewhere}</span>
            </a>
          )}
        </span>
      </div>
      {state === "published" && <Standing publicationId={publication.id} />}
      <Clicks publication={publication} />
      <Brought kind="publication" id={publication.id} />
      {failure && (
        <div class="note note-poppy">
          <CircleAlert size={16} aria-hidden="true" />
          <p>
            <strong>{failure.message}</strong> {failure.cure}
          </p>
        </div>
      )}
      <FollowUps publication={publication} />
      {state === "unconfirmed" && <p class="note note-wheat">{texts.unconfirmed}</p>}
      {state === "processing" && <p class="note">{texts.processing}</p>}
    </li>
  );
}

const LATE_MS = 2_000;

function timing({ state, dueAt, publishedAt, timeZone }: PublicationSummary): string {
  const texts = t().post;
  if (publishedAt !== undefined) {
    const lateMs = publishedAt - dueAt;
    const late = lateMs > LATE_MS ? `, ${texts.late(String(Math.round(lateMs / 1000)))}` : "";
    return texts.wentOut(whenWithZone(publishedAt, timeZone)) + late;
  }
  const waits = state === "scheduled" || state === "publishing" || state === "processing";
  return (waits ? texts.dueAt : texts.wasDue)(whenWithZone(dueAt, timeZone));
}
