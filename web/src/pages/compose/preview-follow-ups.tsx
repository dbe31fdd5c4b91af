import type { ShownFile } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { PreviewMedia } from "./preview-media.tsx";
import { PreviewText } from "./preview-text.tsx";

interface PreviewFollowUpsProps {
  readonly author: string;
  readonly thread: readonly { readonly text: string; readonly media: readonly ShownFile[] }[] | undefined;
  readonly firstComment: string | undefined;
}

/** What stands below the post: the further parts of its thread, and the channel's own first comment. */
export function PreviewFollowUps({ author, thread = [], firstComment = "" }: PreviewFollowUpsProps) {
  const texts = t().post;
  return (
    <>
      {thread.map(({ text, media }, index) => (
        // Parts are told apart by their place alone.
        <section key={String(index)} class="preview-below" aria-label={texts.threadPart(index + 2)}>
          <p class="small aside">{texts.threadPart(index + 2)}</p>
          {text.trim() !== "" && <PreviewText text={text} />}
          {media.length > 0 && <PreviewMedia media={media} />}
        </section>
      ))}
      {firstComment.trim() !== "" && (
        <section class="preview-below" aria-label={texts.firstComment}>
          <p class="small aside">{texts.firstComment}</p>
          <PreviewText author={author} text={firstComment} />
        </section>
      )}
    </>
  );
}
