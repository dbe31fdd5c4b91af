import { Link } from "wouter-preact";
import type { Channel, PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { StatePill } from "../../ui/publication-state.tsx";
import { timeOf } from "../../wording.ts";

interface GoingOutProps {
  readonly publications: readonly PublicationSummary[];
  readonly channels: readonly Channel[];
}

/** Today's publications in the order of time, those already out included. */
export function GoingOut({ publications, channels }: GoingOutProps) {
  const texts = t().today;
  const sorted = publications.toSorted((a, b) => a.dueAt - b.dueAt);
  return (
    <Section title={texts.goingOut} action={<Link href="/calendar">{texts.wholeCalendar}</Link>}>
      {sorted.length === 0 ? (
        <div class="empty">
          <p>{texts.nothingGoesOut}</p>
          <LinkButton to="/compose">{texts.plan}</LinkButton>
        </div>
      ) : (
        <ul class="list">
          {sorted.map((one) => (
            <li key={one.id}>
              <Link href={`/posts/${one.postId}`} class="list-row going">
                <time class="going-time">{timeOf(one.dueAt, one.timeZone)}</time>
                <PlatformMark manifest={channels.find(({ id }) => id === one.channelId)?.manifest} />
                <span class="clip">{one.text || t().post.untitled}</span>
                <span class="push">
                  <StatePill state={one.state} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
