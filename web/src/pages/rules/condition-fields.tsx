import { useChannels } from "../../api/channels.ts";
import type { RuleDraft } from "../../api/rules.ts";
import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";
import { intents, sentiments } from "../inbox/filters.ts";
import { ManyOf } from "./many-of.tsx";
import { WordsInput } from "./words-input.tsx";

type When = RuleDraft["when"];

interface ConditionFieldsProps {
  readonly when: When;
  readonly problem: string | undefined;
  readonly onChange: (when: When) => void;
}

const kinds = ["comment", "direct", "mention", "review"] as const;
const languages = ["uk", "en", "ru"] as const;
const stars = [1, 2, 3, 4, 5] as const;

/** What a message has to be. */
export function ConditionFields({ when, problem, onChange }: ConditionFieldsProps) {
  const channels = useChannels().data?.channels ?? [];
  const telling = channels.filter(({ manifest }) => manifest?.capabilities.authorFollowers).map(({ name }) => name);
  const texts = t().rules;
  const { tone, wants } = t().inboxTeam;
  const set = (part: Partial<When>) => onChange({ ...when, ...part });
  const rate = (end: "from" | "to", value: string) => {
    const { rating, ...rest } = when;
    if (value === "") return onChange(rest);
    set({ rating: { from: rating?.from ?? 1, to: rating?.to ?? 5, [end]: Number(value) } });
  };
  const follow = (value: string) => {
    const { followersFrom: _before, ...rest } = when;
    onChange(Number(value) > 0 ? { ...rest, followersFrom: Math.floor(Number(value)) } : rest);
  };
  return (
    <div class="stack">
      <ManyOf
        label={texts.kinds}
        options={kinds.map((value) => [value, texts.kind[value]])}
        chosen={when.kinds}
        onChange={(chosen) => set({ kinds: chosen })}
      />
      <ManyOf
        label={texts.channels}
        options={channels.map(({ id, name, manifest }) => [id, `${name} (${manifest.name})`])}
        chosen={when.channels}
        onChange={(chosen) => set({ channels: chosen })}
      />
      <ManyOf
        label={texts.sentiments}
        options={sentiments.map((value) => [value, tone[value]])}
        chosen={when.sentiments}
        onChange={(chosen) => set({ sentiments: chosen })}
      />
      <ManyOf
        label={texts.intents}
        options={intents.map((value) => [value, wants[value]])}
        chosen={when.intents}
        onChange={(chosen) => set({ intents: chosen })}
      />
      <ManyOf
        label={texts.languages}
        options={languages.map((value) => [value, texts.language[value]])}
        chosen={when.languages}
        onChange={(chosen) => set({ languages: chosen })}
      />
      <Field id="rule-words" label={texts.words} hint={texts.wordsHint} problem={problem}>
        <WordsInput id="rule-words" words={when.words ?? []} problem={problem} onChange={(words) => set({ words })} />
      </Field>
      <div class="field-pair">
        {(["from", "to"] as const).map((end) => (
          <Field key={end} id={`rule-stars-${end}`} label={end === "from" ? texts.ratingFrom : texts.ratingTo}>
            <select
              id={`rule-stars-${end}`}
              class="input"
              value={when.rating?.[end] ?? ""}
              onChange={(event) => rate(end, event.currentTarget.value)}
            >
              <option value="">{texts.anyRating}</option>
              {stars.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
      <Field id="rule-followers" label={texts.followers} hint={texts.followersKnownOn(telling.join(", "))}>
        <input
          id="rule-followers"
          class="input"
          type="number"
          min={1}
          max={1_000_000_000}
          value={when.followersFrom ?? ""}
          onInput={(event) => follow(event.currentTarget.value)}
        />
      </Field>
    </div>
  );
}
