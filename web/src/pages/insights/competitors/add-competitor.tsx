import { useState } from "preact/hooks";
import type { ApiFailure } from "../../../api/client.ts";
import { addCompetitor } from "../../../api/competitors.ts";
import type { Channel } from "../../../api/contract.ts";
import { t } from "../../../language.ts";
import { invalidate } from "../../../resource.ts";
import { tell } from "../../../toasts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field, noted } from "../../../ui/field.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { FailureNote } from "../../../ui/states.tsx";

interface AddProps {
  readonly channels: readonly Channel[];
  readonly onClose: () => void;
}

/** Names a page to watch; the platform is asked for it before it is taken. */
export function AddCompetitor({ channels, onClose }: AddProps) {
  const manifests = [...new Map(channels.map(({ manifest }) => [manifest.platform, manifest])).values()];
  const open = manifests.filter(({ capabilities }) => capabilities.publicPages);
  const closed = manifests.filter(({ capabilities }) => !capabilities.publicPages);
  const [platform, setPlatform] = useState(open[0]?.platform ?? "");
  const [page, setPage] = useState("");
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().competitors;
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setFailure(undefined);
      set(value);
    };

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy || page.trim() === "") return;
    setBusy(true);
    const answer = await addCompetitor({ platform, page, ...(name.trim() && { name: name.trim() }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    const { competitor, page: seen } = answer.value;
    const followers = seen.followers.available ? texts.followers(seen.followers.value) : null;
    tell(seen.postsKnown ? texts.added(competitor.name, followers) : texts.addedWithoutPosts(competitor.name));
    invalidate("competitors");
    onClose();
  };

  if (open.length === 0) {
    return (
      <Dialog title={texts.add} onClose={onClose}>
        <div class="stack">
          <p>{texts.noChannel}</p>
          <LinkButton to="/channels">{t().insights.connect}</LinkButton>
        </div>
      </Dialog>
    );
  }
  const isOfPage = failure?.field === "page";
  const problem = isOfPage ? [failure.message, failure.cure].filter(Boolean).join(" ") : undefined;
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        {open.length > 1 && (
          <Segments
            label={texts.platform}
            options={open.map((manifest) => ({ value: manifest.platform, text: manifest.name }))}
            value={platform}
            onChange={changed(setPlatform)}
          />
        )}
        <Field id="competitor-page" label={texts.page} hint={texts.pageHint} problem={problem}>
          <input
            {...noted("competitor-page", problem)}
            class="input"
            maxLength={300}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            required
            value={page}
            onInput={(event) => changed(setPage)(event.currentTarget.value)}
          />
        </Field>
        <Field id="competitor-name" label={texts.name} hint={texts.nameHint}>
          <input
            {...noted("competitor-name", undefined)}
            class="input"
            maxLength={60}
            value={name}
            onInput={(event) => changed(setName)(event.currentTarget.value)}
          />
        </Field>
        {failure && !isOfPage && <FailureNote failure={failure} />}
        {closed.length > 0 && (
          <p class="small aside">{texts.givesNothing(closed.map(({ name: its }) => its).join(", "))}</p>
        )}
        <div>
          <Button type="submit" kind="primary" busy={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
