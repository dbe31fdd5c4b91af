import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { contentFor } from "#core/content/model.ts";
import { useChannels } from "../../api/channels.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Post } from "../../api/contract.ts";
import { createExperiment } from "../../api/experiments.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";

const gaps = [7, 1] as const;

/** Makes the second variant of a post: one channel, another text, a day or a week later. */
export function VariantDialog({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const channels = (useChannels().data?.channels ?? []).filter(({ id }) => post.channelIds.includes(id));
  const [channelId, setChannelId] = useState(post.channelIds[0] ?? "");
  const [text, setText] = useState(() => contentFor(post, channelId).text);
  const [gapDays, setGap] = useState<(typeof gaps)[number]>(7);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [, go] = useLocation();
  const texts = t().experiments;

  const make = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await createExperiment({ postId: post.id, channelId, gapDays, change: { text } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("experiments", "posts", "calendar", "today");
    tell(texts.made);
    onClose();
    go("/insights/tests");
  };

  return (
    <Dialog title={texts.dialogTitle} onClose={onClose}>
      <form class="stack" onSubmit={make}>
        {channels.length > 1 && (
          <Field id="variant-channel" label={texts.channel}>
            <select
              id="variant-channel"
              class="input"
              value={channelId}
              onChange={(event) => {
                setChannelId(event.currentTarget.value);
                setText(contentFor(post, event.currentTarget.value).text);
              }}
            >
              {channels.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field id="variant-text" label={texts.text} hint={texts.textHint}>
          <textarea
            {...noted("variant-text", undefined)}
            class="input"
            rows={7}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Field id="variant-gap" label={texts.gap}>
          <select
            id="variant-gap"
            class="input"
            value={gapDays}
            onChange={(event) => setGap(gaps.find((gap) => String(gap) === event.currentTarget.value) ?? 7)}
          >
            {gaps.map((gap) => (
              <option key={gap} value={gap}>
                {texts.gaps[gap]}
              </option>
            ))}
          </select>
        </Field>
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {texts.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
