import { Pencil } from "lucide-preact";
import { useState } from "preact/hooks";
import { readPost } from "../../api/content.ts";
import type { PostState, PostView, PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { postStateTone } from "../../ui/post-state.ts";
import { StatePill } from "../../ui/publication-state.tsx";
import { Shown } from "../../ui/states.tsx";
import { postTitle } from "../../wording.ts";
import { MoveDialog } from "../calendar/move-dialog.tsx";
import { EvergreenPanel } from "../series/evergreen-panel.tsx";
import { OriginNote } from "../series/origin-note.tsx";
import { History } from "./history.tsx";
import { OutsideReview } from "./outside-review.tsx";
import { PostContent } from "./post-content.tsx";
import { Publications } from "./publications.tsx";
import { ReviewActs } from "./review-acts.tsx";
import { ReviewTalk } from "./review-talk.tsx";
import "./post.css";

const EVERY_MS = 5_000;

/** One post: what it says, where it stands on each channel, and what happened to it. */
export function PostPage({ id }: { readonly id: string }) {
  const post = useResource(`post:${id}`, () => readPost(id), EVERY_MS);
  const [moving, setMoving] = useState<PublicationSummary | undefined>();
  return (
    <Shown of={post}>
      {(view) => (
        <Page
          title={postTitle(view.post.base.text)}
          lead={
            <>
              <Standing view={view} /> <OriginNote post={view.post} />
            </>
          }
          actions={
            <>
              {isEditable(view) && (
                <LinkButton to={`/compose/${id}`} icon={Pencil}>
                  {t().post.edit}
                </LinkButton>
              )}
              <ReviewActs view={view} />
            </>
          }
        >
          <div class="post">
            <div>
              <Publications view={view} onMove={setMoving} />
              <EvergreenPanel view={view} />
              <ReviewTalk entries={view.post.history} />
              <OutsideReview view={view} />
              <History entries={view.post.history} />
            </div>
            <PostContent view={view} />
          </div>
          {moving && <MoveDialog publication={moving} onClose={() => setMoving(undefined)} />}
        </Page>
      )}
    </Shown>
  );
}

/** On the calendar only those who approve may still change it; nobody once all of it is out. */
function isEditable({ post, publications }: PostView): boolean {
  const isOut = publications.length > 0 && publications.every(({ state }) => state === "published");
  return mayI("write") && !isOut && (post.state !== "scheduled" || mayI("approve"));
}

/** What most needs to be known of several publications comes first. */
const weight = ["failed", "unconfirmed", "publishing", "processing", "scheduled", "published", "canceled"] as const;

/** Where the post stands: by its publications where there are some, by its review before. */
function Standing({ view: { post, publications } }: { readonly view: PostView }) {
  const state = weight.find((one) => publications.some((publication) => publication.state === one));
  return post.state === "scheduled" && state ? <StatePill state={state} /> : <PostStatePill state={post.state} />;
}

function PostStatePill({ state }: { readonly state: PostState }) {
  return <span class={`pill ${postStateTone[state]}`}>{t().common.postState[state]}</span>;
}
