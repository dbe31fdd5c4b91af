import type { Format } from "#core/channels/manifest.ts";
import { textLength } from "#core/channels/text-length.ts";
import { contentFor } from "#core/content/model.ts";
import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";
import { type Draft, edit, type Side } from "./draft.ts";
import { Counter } from "./text-editor.tsx";

interface FirstCommentProps {
  readonly draft: Draft;
  readonly side: Side;
  /** The channels that this side shows, each with the format it has there. */
  readonly inSight: readonly { readonly channel: Channel; readonly format: Format }[];
  readonly change: (how: (old: Draft) => Draft) => void;
}

/**
 * The comment that goes below the post, with the counter of each channel that takes one. Where none takes one it is
 * hidden, unless there is something to take out.
 */
export function FirstComment({ draft, side, inSight, change }: FirstCommentProps) {
  const texts = t().compose;
  const shown = side === "base" ? draft.base.firstComment : (contentFor(draft, side).firstComment ?? "");
  const text = shown ?? "";
  if (text === "" && !inSight.some(({ format }) => format.firstComment)) return null;
  return (
    <Field id="first-comment" label={texts.firstComment} hint={texts.firstCommentHint}>
      <textarea
        id="first-comment"
        class="input first-comment"
        rows={2}
        value={text}
        onInput={(event) => {
          const firstComment = event.currentTarget.value;
          change((old) => edit(old, side, { firstComment }));
        }}
      />
      <div class="counters">
        {inSight.map(({ channel, format }) => {
          const own = contentFor(draft, channel.id).firstComment ?? "";
          if (!format.firstComment || own === "") return null;
          const { unit, max } = format.firstComment.text;
          return <Counter key={channel.id} channel={channel} max={max} used={textLength(unit, own)} />;
        })}
      </div>
    </Field>
  );
}
