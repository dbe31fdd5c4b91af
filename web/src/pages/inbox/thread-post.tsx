import { ExternalLink } from "lucide-preact";
import { Link } from "wouter-preact";
import type { ThreadView } from "../../api/contract.ts";
import { t } from "../../language.ts";

/** The publication that the conversation stands under. */
export function ThreadPost({ post }: { readonly post: NonNullable<ThreadView["post"]> }) {
  const texts = t().inbox;
  return (
    <figure class="thread-post">
      <figcaption class="small aside">{texts.onPost}</figcaption>
      <blockquote>{post.text}</blockquote>
      {post.id ? (
        <Link href={`/posts/${post.id}`}>{texts.seePost}</Link>
      ) : (
        post.url && (
          <a href={post.url} target="_blank" rel="noreferrer" class="row">
            {texts.seePost}
            <ExternalLink size={14} aria-hidden="true" />
            <span class="hidden-visually">{t().common.opensElsewhere}</span>
          </a>
        )
      )}
    </figure>
  );
}
