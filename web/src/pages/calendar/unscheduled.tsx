import { Link } from "wouter-preact";
import { listUnscheduled } from "../../api/content.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Section } from "../../ui/page.tsx";
import { postStateTone } from "../../ui/post-state.ts";

/** Posts that have no time yet: drafts, those in review, the approved. */
export function Unscheduled() {
  const all = useResource("posts:unscheduled", listUnscheduled).data?.posts ?? [];
  // A series' template has its times already: those of its dates.
  const posts = all.filter(({ origin }) => origin?.kind !== "template");
  if (posts.length === 0) return null;
  return (
    <div class="unscheduled">
      <Section title={t().calendar.unscheduled}>
        <ul class="list">
          {posts.map((post) => (
            <li key={post.id}>
              <Link href={`/posts/${post.id}`} class="list-row unscheduled-row">
                <span class="clip">{post.base.text.trim() || firstLine(post.notes) || t().post.untitled}</span>
                <span class="aside small push">{post.createdBy.name}</span>
                <span class={`pill ${postStateTone[post.state]}`}>{t().common.postState[post.state]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** What a post without words is about: the beginning of its notes. */
const firstLine = (notes: string | undefined): string => notes?.split("\n", 1)[0]?.trim() ?? "";
