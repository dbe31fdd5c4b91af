import { Link2, Link2Off } from "lucide-preact";
import { useState } from "preact/hooks";
import type { PostView, ReviewLink } from "../../api/contract.ts";
import { listReviewLinks, revokeReviewLink } from "../../api/review-links.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { afterGrace, tellFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Shown } from "../../ui/states.tsx";
import { whenOf, whenWithZone } from "../../wording.ts";
import { ReviewLinkDialog } from "./review-link-dialog.tsx";

/** The links by which people outside answer: made, listed with their answers, taken back. */
export function OutsideReview({ view: { post } }: { readonly view: PostView }) {
  const links = useResource(`post-review-links:${post.id}`, () => listReviewLinks(post.id));
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const texts = t().review;
  if (!mayI("write") || post.state === "canceled") return null;
  const revoke = ({ id }: ReviewLink) => {
    const back = () => setLeaving((all) => all.filter((one) => one !== id));
    setLeaving((all) => [...all, id]);
    const commit = async () => {
      const answer = await revokeReviewLink(post.id, id);
      invalidate("post-review-links");
      back();
      if (!answer.ok) tellFailure(answer.error);
    };
    afterGrace(texts.revoked, () => void commit(), back);
  };
  return (
    <Section
      title={texts.section}
      action={
        <Button icon={Link2} onClick={() => setMaking(true)}>
          {texts.ask}
        </Button>
      }
    >
      <Shown of={links}>
        {({ links: all }) =>
          all.length === 0 ? (
            <p class="aside post-none">{texts.none}</p>
          ) : (
            <ul class="list">
              {all.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  isLeaving={leaving.includes(link.id)}
                  onRevoke={() => revoke(link)}
                />
              ))}
            </ul>
          )
        }
      </Shown>
      {making && <ReviewLinkDialog postId={post.id} onClose={() => setMaking(false)} />}
    </Section>
  );
}

interface LinkRowProps {
  readonly link: ReviewLink;
  readonly isLeaving: boolean;
  readonly onRevoke: () => void;
}

function LinkRow({ link, isLeaving, onRevoke }: LinkRowProps) {
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const texts = t().review;
  const { answer } = link;
  const name = link.label || texts.noLabel;
  const isOpen = link.isOpen && !isLeaving;
  return (
    <li class="list-row outside-link">
      <div>
        <p class="clip">{name}</p>
        <p class="aside small">
          {isOpen ? texts.until(whenWithZone(link.expiresAt, zone)) : texts.ended} ·{" "}
          {link.counts ? texts.counts : texts.opinion}
        </p>
      </div>
      <span class="push row">
        {answer ? (
          <span class="pill pill-cornflower" title={whenOf(answer.at, zone)}>
            {t().post.what[answer.what]}
          </span>
        ) : (
          isOpen && <span class="pill">{texts.waits}</span>
        )}
        {isOpen && <IconButton icon={Link2Off} label={texts.revoke(name)} onClick={onRevoke} />}
      </span>
    </li>
  );
}
