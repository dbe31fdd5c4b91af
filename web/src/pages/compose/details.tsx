import { Link } from "wouter-preact";
import { useCampaigns, useSuggestions } from "../../api/campaigns.ts";
import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";
import type { Draft } from "./draft.ts";
import { LabelsEditor } from "./labels-editor.tsx";

interface DetailsProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

/** What stays inside: what the post belongs to, what it is about and for whom, and notes for colleagues. */
export function Details({ draft, change }: DetailsProps) {
  const texts = t().compose;
  const words = useSuggestions().data;
  const { campaignId, topic, targetCustomer, labels, notes } = draft;
  return (
    <details
      class="compose-details"
      open={Boolean(campaignId || topic || targetCustomer || labels.length > 0 || notes || draft.reviewNote)}
    >
      <summary>{texts.details}</summary>
      <div class="stack">
        <CampaignField
          campaignId={campaignId}
          onChange={(chosen) => change(({ campaignId: _, ...old }) => (chosen ? { ...old, campaignId: chosen } : old))}
        />
        <div class="field-pair">
          <Field id="topic" label={texts.topic}>
            <Suggested
              id="topic"
              value={topic}
              words={words?.topics ?? []}
              onInput={(text) => change((old) => ({ ...old, topic: text }))}
            />
          </Field>
          <Field id="customer" label={texts.targetCustomer}>
            <Suggested
              id="customer"
              value={targetCustomer}
              hint={texts.targetCustomerHint}
              words={words?.targetCustomers ?? []}
              onInput={(text) => change((old) => ({ ...old, targetCustomer: text }))}
            />
          </Field>
        </div>
        <LabelsEditor
          labels={labels}
          suggestions={words?.labels ?? []}
          onChange={(next) => change((old) => ({ ...old, labels: next }))}
        />
        <Field id="notes" label={texts.notes} hint={texts.notesHint}>
          <textarea
            id="notes"
            class="input"
            rows={3}
            maxLength={5000}
            value={notes ?? ""}
            onInput={(event) => {
              const text = event.currentTarget.value;
              change((old) => ({ ...old, notes: text }));
            }}
          />
        </Field>
        <Field id="review-note" label={texts.reviewNote} hint={texts.reviewNoteHint}>
          <input
            id="review-note"
            class="input"
            maxLength={2000}
            aria-describedby="review-note-note"
            value={draft.reviewNote ?? ""}
            onInput={(event) => {
              const text = event.currentTarget.value;
              change((old) => ({ ...old, reviewNote: text }));
            }}
          />
        </Field>
      </div>
    </details>
  );
}

interface CampaignFieldProps {
  readonly campaignId: string | undefined;
  readonly onChange: (campaignId: string | undefined) => void;
}

/** The campaigns that take posts, and the post's own if it is archived. */
function CampaignField({ campaignId, onChange }: CampaignFieldProps) {
  const texts = t().compose;
  const campaigns = (useCampaigns().data?.campaigns ?? []).filter(({ archived, id }) => !archived || id === campaignId);
  return (
    <Field id="campaign" label={texts.campaign}>
      <div class="row">
        <select
          id="campaign"
          class="input"
          value={campaignId ?? ""}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        >
          <option value="">{texts.noCampaign}</option>
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Link href="/campaigns" class="button button-quiet">
          {texts.manageCampaigns}
        </Link>
      </div>
    </Field>
  );
}

interface SuggestedProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly hint?: string;
  readonly words: readonly string[];
  readonly onInput: (text: string) => void;
}

/** A line of text with the words that were used before. */
function Suggested({ id, value, hint, words, onInput }: SuggestedProps) {
  return (
    <>
      <input
        id={id}
        class="input"
        list={`${id}-suggestions`}
        maxLength={100}
        placeholder={hint}
        value={value ?? ""}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-suggestions`}>
        {words.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </>
  );
}
