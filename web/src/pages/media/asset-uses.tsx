import { Link } from "wouter-preact";
import type { AssetUse } from "../../api/contract.ts";
import { t } from "../../language.ts";
import type { Loaded } from "../../resource.ts";
import { postStateTone } from "../../ui/post-state.ts";
import { Shown } from "../../ui/states.tsx";
import { whenWithZone } from "../../wording.ts";

const waiting: readonly string[] = ["scheduled", "publishing", "processing", "unconfirmed"];

/** Whether a publication that shows the file may still be on its way. */
export const waitsFor = (uses: readonly AssetUse[]): boolean =>
  uses.some(({ publications }) => publications.some(({ state }) => waiting.includes(state)));

type Uses = Loaded<{ posts: AssetUse[] }> & { reload: () => void };

/** The posts that show a file, each with where it stands; says why the file can't be removed while one waits. */
export function AssetUses({ uses }: { readonly uses: Uses }) {
  const texts = t().media;
  return (
    <section class="asset-uses">
      <h3>{texts.whereUsed}</h3>
      <Shown of={uses}>
        {({ posts }) => (
          <>
            {posts.length === 0 && <p class="aside">{texts.notUsed}</p>}
            <ul class="list">
              {posts.map((post) => (
                <li key={post.id} class="list-row">
                  <Link href={`/posts/${post.id}`} class="clip">
                    {post.text.split("\n", 1)[0] || t().post.untitled}
                  </Link>
                  <span class="push row">
                    <span class="aside small">{nextTime(post)}</span>
                    <span class={`pill ${postStateTone[post.state]}`}>{t().common.postState[post.state]}</span>
                  </span>
                </li>
              ))}
            </ul>
            {waitsFor(posts) && <p class="note note-wheat">{texts.cannotRemove}</p>}
          </>
        )}
      </Shown>
    </section>
  );
}

/** When the first publication that still waits is due. */
function nextTime({ publications }: AssetUse): string {
  const [first] = publications.filter(({ state }) => waiting.includes(state)).toSorted((a, b) => a.dueAt - b.dueAt);
  return first ? whenWithZone(first.dueAt, first.timeZone) : "";
}
