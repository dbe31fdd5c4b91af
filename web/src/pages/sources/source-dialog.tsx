import { useState } from "preact/hooks";
import { useChannels } from "../../api/channels.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Source } from "../../api/contract.ts";
import { addSource, changeSource } from "../../api/sources.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { draftOf, emptyDraft, isTemplate } from "./draft.ts";

const kinds = ["feed", "wordpress"] as const;

/** Adds a source or changes it. */
export function SourceDialog(props: { readonly source: Source | undefined; readonly onClose: () => void }) {
  const { source, onClose } = props;
  const [draft, setDraft] = useState(source ? draftOf(source) : emptyDraft);
  const [labels, setLabels] = useState(draft.labels.join(", "));
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const channels = useChannels().data?.channels ?? [];
  const texts = t().sources;
  const put = (change: Partial<typeof draft>) => {
    setFailure(undefined);
    setDraft((old) => ({ ...old, ...change }));
  };
  const refused = failure?.field === "address" ? [failure.message, failure.cure].filter(Boolean).join(" ") : undefined;
  const addressProblem = shown && draft.address.trim() === "" ? texts.addressNeeded : refused;
  const templateProblem = shown && !isTemplate(draft.template) ? texts.templateWrong : undefined;

  const save = async () => {
    setShown(true);
    if (draft.address.trim() === "" || !isTemplate(draft.template)) return;
    setBusy(true);
    const json = { ...draft, labels: [...new Set(labels.split(",").map((label) => label.trim()))].filter(Boolean) };
    const answer = await (source ? changeSource(source.id, source.version, json) : addSource(json));
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("sources");
    tell(texts.saved);
    onClose();
  };

  return (
    <Dialog title={source ? texts.editTitle : texts.addTitle} onClose={onClose}>
      <div class="stack">
        <Segments
          label={texts.kind}
          options={kinds.map((value) => ({ value, text: texts.kinds[value] }))}
          value={draft.kind}
          onChange={(kind) => put({ kind })}
        />
        <Field id="source-address" label={texts.address} hint={texts.addressHint[draft.kind]} problem={addressProblem}>
          <input
            {...noted("source-address", addressProblem)}
            class="input"
            type="url"
            placeholder="https://"
            value={draft.address}
            onInput={(event) => put({ address: event.currentTarget.value })}
          />
        </Field>
        {channels.length > 0 && (
          <fieldset class="source-channels">
            <legend class="field-label">{texts.channels}</legend>
            {channels.map(({ id, name }) => (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  checked={draft.channelIds.includes(id)}
                  onChange={({ currentTarget: { checked } }) =>
                    put({ channelIds: [...draft.channelIds.filter((one) => one !== id), ...(checked ? [id] : [])] })
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <Field id="source-template" label={texts.template} hint={texts.templateHint} problem={templateProblem}>
          <textarea
            {...noted("source-template", templateProblem)}
            class="input"
            rows={4}
            maxLength={2000}
            value={draft.template}
            onInput={(event) => put({ template: event.currentTarget.value })}
          />
        </Field>
        <div class="field-pair">
          <Field id="source-topic" label={texts.topic}>
            <input
              id="source-topic"
              class="input"
              maxLength={100}
              value={draft.topic ?? ""}
              onInput={(event) => put({ topic: event.currentTarget.value || undefined })}
            />
          </Field>
          <Field id="source-labels" label={texts.labels} hint={texts.labelsHint}>
            <input
              {...noted("source-labels", undefined)}
              class="input"
              value={labels}
              onInput={(event) => setLabels(event.currentTarget.value)}
            />
          </Field>
        </div>
        {failure && failure.field !== "address" && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {texts.save}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
