import { t } from "../../language.ts";

const fold = 480;

/** A post's words with its links and marks set off, after the name of who writes where the platform puts it there. */
export function PreviewText({ text, author }: { readonly text: string; readonly author?: string }) {
  const folded = text.length > fold;
  const parts = (folded ? text.slice(0, fold) : text).split(/(https?:\/\/\S+|[#@][\p{L}\p{N}_.]+)/u);
  return (
    <p class="preview-text">
      {author && <strong>{author} </strong>}
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <span key={`${index}${part}`} class="preview-link">
            {part}
          </span>
        ) : (
          part
        ),
      )}
      {folded && <span class="aside"> … {t().compose.seeMore}</span>}
    </p>
  );
}
