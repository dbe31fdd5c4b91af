import { withLinks } from "#core/links/in-text.ts";
import type { Tagging } from "#core/links/model.ts";
import { type UtmPart, utmParts } from "#core/links/utm.ts";
import type { Channel } from "../../api/contract.ts";
import { useLinkSettings } from "../../api/links.ts";
import { t } from "../../language.ts";
import { Field } from "../../ui/field.tsx";
import type { Draft } from "./draft.ts";
import type { Outgoing } from "./outgoing.ts";
import { withTagging } from "./tagging.ts";

interface LinkHandlingProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  /** The channels on show. */
  readonly channels: readonly Channel[];
  readonly outgoing: Outgoing;
}

/** Whether this post's links are tagged and short, and what becomes of them; nothing where there is no link. */
export function LinkHandling({ draft, change, channels, outgoing }: LinkHandlingProps) {
  const settings = useLinkSettings().data?.settings;
  const texts = t().links;
  const shown = channels.map((channel) => ({
    channel,
    link: firstLink(outgoing.contentOn(channel)),
    target: firstLink(outgoing.targetsOn(channel)),
  }));
  const linked = shown.filter(({ link }) => link !== undefined);
  if (!settings || linked.length === 0) return null;
  const tagging = draft.tagging ?? {};
  const put = (change_: Tagging) => change((old) => withTagging(old, change_, settings));
  const isTagged = tagging.tag ?? settings.tag;
  return (
    <div class="link-handling">
      <div class="row row-wrap">
        <label class="check">
          <input type="checkbox" checked={isTagged} onChange={() => put({ tag: !isTagged })} />
          {texts.tag}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={tagging.shorten ?? settings.shorten}
            onChange={() => put({ shorten: !(tagging.shorten ?? settings.shorten) })}
          />
          {texts.shorten}
        </label>
      </div>
      <dl class="link-outgoing" aria-label={texts.outgoing}>
        {linked.map(({ channel, link, target }) => (
          <div key={channel.id}>
            <dt>{linked.length > 1 ? texts.outgoingOn(channel.name) : texts.outgoing}</dt>
            <dd>{link}</dd>
            {target !== link && (
              <dd class="link-target">
                {texts.leadsTo} {target}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {isTagged && (
        <details class="compose-details" open={Object.keys(tagging.utm ?? {}).length > 0}>
          <summary>{texts.own}</summary>
          <div class="stack">
            <div class="utm-fields">
              {utmParts.map((part) => (
                <Field key={part} id={`utm-${part}`} label={texts.parts[part]}>
                  <input
                    id={`utm-${part}`}
                    class="input"
                    maxLength={100}
                    placeholder={settings.utm[part] ?? ""}
                    value={tagging.utm?.[part] ?? ""}
                    onInput={(event) => put({ utm: withPart(tagging.utm, part, event.currentTarget.value) })}
                  />
                </Field>
              ))}
            </div>
            <p class="field-hint">{texts.placeholders}</p>
          </div>
        </details>
      )}
    </div>
  );
}

/** The first link that a content shows: its own, or the first in its text. */
function firstLink({ link, text }: { link?: string | undefined; text: string }): string | undefined {
  let first = link || undefined;
  withLinks(text, (found) => {
    first ??= found;
    return found;
  });
  return first;
}

const withPart = (utm: Tagging["utm"], part: UtmPart, value: string): NonNullable<Tagging["utm"]> => {
  const { [part]: _gone, ...rest } = utm ?? {};
  return value === "" ? rest : { ...rest, [part]: value };
};
