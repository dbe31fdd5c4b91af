import { Copy, Link2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { type Language, languages } from "#core/kernel/language.ts";
import { makeReviewLink } from "../../api/review-links.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";

const dayChoices = [1, 3, 7, 14, 30] as const;

/** Makes a link for somebody outside and shows its address, which is told this once. */
export function ReviewLinkDialog({ postId, onClose }: { readonly postId: string; readonly onClose: () => void }) {
  const [label, setLabel] = useState("");
  const [days, setDays] = useState<number>(7);
  const [speaks, setSpeaks] = useState<Language>(language.value);
  const [url, setUrl] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const texts = t().review;
  const make = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const made = await makeReviewLink(postId, { language: speaks, days, ...(label.trim() && { label: label.trim() }) });
    setBusy(false);
    if (!made.ok) return tellFailure(made.error);
    invalidate("post-review-links");
    setUrl(made.value.url);
  };
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    tell(texts.copied);
  };
  if (url) {
    return (
      <Dialog title={texts.ready} onClose={onClose}>
        <Field id="review-url" label={texts.address} hint={texts.shownOnce}>
          <input
            id="review-url"
            class="input"
            readOnly
            aria-describedby="review-url-note"
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <div class="dialog-foot">
          <Button kind="primary" icon={Copy} onClick={() => void copy(url)}>
            {texts.copy}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={texts.ask} onClose={onClose}>
      <form class="stack" onSubmit={make}>
        <Field id="review-label" label={texts.label} hint={texts.labelHint}>
          <input
            id="review-label"
            class="input"
            maxLength={80}
            aria-describedby="review-label-note"
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </Field>
        <Field id="review-days" label={texts.works}>
          <select
            id="review-days"
            class="input"
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {dayChoices.map((count) => (
              <option key={count} value={String(count)}>
                {texts.days(count)}
              </option>
            ))}
          </select>
        </Field>
        <div class="field">
          <span class="field-label">{texts.speaks}</span>
          <div>
            <Segments
              label={texts.speaks}
              options={languages.map((value) => ({ value, text: t().shell.language[value] }))}
              value={speaks}
              onChange={setSpeaks}
            />
          </div>
        </div>
        <p class="note">{mayI("approve") ? texts.willCount : texts.willBeOpinion}</p>
        <div class="dialog-foot">
          <Button kind="primary" type="submit" icon={Link2} busy={busy}>
            {texts.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
