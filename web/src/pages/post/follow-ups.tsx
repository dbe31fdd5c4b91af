import { CircleAlert, ExternalLink } from "lucide-preact";
import { giveUpFollowUps, retryFollowUp } from "../../api/content.ts";
import type { PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { StatePill } from "../../ui/publication-state.tsx";

/** What follows the post on a channel: the parts of its thread and the first comment, each with how far it is. */
export function FollowUps({ publication }: { readonly publication: PublicationSummary }) {
  const { followUps } = publication;
  if (followUps.length === 0) return null;
  const texts = t().post;
  return (
    <ul class="follow-ups">
      {followUps.map(({ kind, text, state, url, failure }, index) => (
        <li key={`${kind} ${String(index)}`} class="follow-up">
          <div class="row row-wrap">
            <span class="small">{kind === "thread-part" ? texts.threadPart(index + 2) : texts.firstComment}</span>
            <span class="aside small clip follow-up-text">{text}</span>
            <span class="push row row-wrap">
              <StatePill state={state} />
              {url && (
                <a class="button" href={url} target="_blank" rel="noreferrer">
                  {texts.see}
                  <ExternalLink size={14} aria-hidden="true" />
                  <span class="hidden-visually">{t().common.opensElsewhere}</span>
                </a>
              )}
            </span>
          </div>
          {failure && (
            <div class="note note-poppy">
              <CircleAlert size={16} aria-hidden="true" />
              <div class="follow-up-failure">
                <p>
                  <strong>{texts.followUpFailed[kind]}</strong> {failure.message} {failure.cure}
                </p>
                {mayI("schedule") && (
                  <div class="row row-wrap">
                    <Button onClick={() => void done(retryFollowUp(publication.id))}>{texts.tryAgain}</Button>
                    <Button onClick={() => void done(giveUpFollowUps(publication.id))}>{texts.leaveOut}</Button>
                  </div>
                )}
              </div>
            </div>
          )}
          {state === "unconfirmed" && <p class="note note-wheat">{texts.followUpUnconfirmed}</p>}
        </li>
      ))}
    </ul>
  );
}

async function done(asked: ReturnType<typeof retryFollowUp | typeof giveUpFollowUps>): Promise<void> {
  const answer = await asked;
  if (!answer.ok) return tellFailure(answer.error);
  invalidate("post", "calendar", "today");
}
