import type { Channel, RequestSettings } from "../../../api/contract.ts";
import { t } from "../../../language.ts";
import { Field, FieldProblem, noted } from "../../../ui/field.tsx";
import { PlatformMark } from "../../../ui/platform-mark.tsx";

type Places = RequestSettings["places"];

interface PlacesFieldsProps {
  /** Those that have reviews. */
  readonly channels: readonly Channel[];
  readonly places: Places;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (places: Places) => void;
}

/** On which channels a review can be left, and at which address each. */
export function PlacesFields({ channels, places, problemOf, onChange }: PlacesFieldsProps) {
  const texts = t().reviewRequests;
  const problem = problemOf("places");
  const choose = (channel: Channel, isChosen: boolean) =>
    onChange(
      isChosen
        ? [...places, { channelId: channel.id, url: channel.url }]
        : places.filter(({ channelId }) => channelId !== channel.id),
    );
  return (
    <fieldset class="request-places stack">
      <legend>{texts.places}</legend>
      <p class="field-hint">{channels.length === 0 ? texts.noChannels : texts.placesHint}</p>
      {channels.map((channel) => {
        const index = places.findIndex(({ channelId }) => channelId === channel.id);
        const place = places[index];
        const id = `place-${channel.id}`;
        const wrong = problemOf(`places.${index}.url`);
        return (
          <div key={channel.id} class="stack">
            <label class="check">
              <input
                type="checkbox"
                checked={place !== undefined}
                onChange={(event) => choose(channel, event.currentTarget.checked)}
              />
              <PlatformMark manifest={channel.manifest} size={16} />
              {channel.name}
            </label>
            {place && (
              <Field id={id} label={texts.placeLink} hint={texts.placeLinkHint} problem={wrong}>
                <input
                  {...noted(id, wrong)}
                  class="input"
                  type="url"
                  maxLength={500}
                  value={place.url}
                  onInput={(event) => {
                    const url = event.currentTarget.value;
                    onChange(places.map((one) => (one === place ? { ...one, url } : one)));
                  }}
                />
              </Field>
            )}
          </div>
        );
      })}
      {problem && <FieldProblem text={problem} />}
    </fieldset>
  );
}
