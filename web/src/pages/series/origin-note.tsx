import { Leaf, Repeat2 } from "lucide-preact";
import { Link } from "wouter-preact";
import type { Post } from "../../api/contract.ts";
import { t } from "../../language.ts";
import "./series.css";

/** Where a post comes from, with the way there; nothing for one that stands for itself. */
export function OriginNote({ post: { origin } }: { readonly post: Pick<Post, "origin"> }) {
  const texts = t().series;
  if (!origin) return null;
  const [text, href] =
    origin.kind === "evergreen"
      ? [texts.repeatOf, `/posts/${origin.postId}`]
      : [origin.kind === "template" ? texts.templateOf : texts.partOf, `/series/${origin.seriesId}`];
  const Icon = origin.kind === "evergreen" ? Leaf : Repeat2;
  return (
    <Link href={href} class="origin-note">
      <Icon size={16} aria-hidden="true" /> {text}
    </Link>
  );
}
