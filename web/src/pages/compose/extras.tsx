import { Link2, MessageCircle } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Format } from "#core/channels/manifest.ts";
import { contentFor } from "#core/content/model.ts";
import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { type Draft, edit, type Side } from "./draft.ts";
import { FirstComment } from "./first-comment.tsx";

interface ExtrasProps {
  readonly draft: Draft;
  readonly side: Side;
  /** The channels that this side shows, each with the format it has there. */
  readonly inSight: readonly { readonly channel: Channel; readonly format: Format }[];
  /** Whether the channel on show prints neither text nor link. */
  readonly isSilent: boolean;
  readonly change: (how: (old: Draft) => Draft) => void;
}

type Extra = "link" | "first-comment";

/** A link and a first comment: one press away, and open once there is one. */
export function Extras({ draft, side, inSight, isSilent, change }: ExtrasProps) {
  const [opened, setOpened] = useState<readonly Extra[]>([]);
  const newest = useRef<Extra | undefined>(undefined);
  const texts = t().compose;
  const content = side === "base" ? draft.base : contentFor(draft, side);
  const takesComment = inSight.some(({ format }) => format.firstComment);
  const offered = { link: !isSilent, "first-comment": takesComment || Boolean(content.firstComment) };
  const filled = { link: Boolean(content.link), "first-comment": Boolean(content.firstComment) };
  const shows = (extra: Extra) => offered[extra] && (filled[extra] || opened.includes(extra));
  const open = (extra: Extra) => {
    newest.current = extra;
    setOpened((old) => [...old, extra]);
  };
  useEffect(() => {
    if (newest.current) document.getElementById(newest.current)?.focus();
    newest.current = undefined;
  }, [opened]);
  // What has been filled once stays open when it is emptied: a field does not vanish under the fingers.
  useEffect(() => {
    const more = (["link", "first-comment"] as const).filter((extra) => filled[extra] && !opened.includes(extra));
    if (more.length > 0) setOpened((old) => [...old, ...more]);
  }, [filled.link, filled["first-comment"]]);

  const closed = (["link", "first-comment"] as const).filter((extra) => offered[extra] && !shows(extra));
  const linkProblem = content.link && !/^https?:\/\/\S+$/i.test(content.link) ? texts.notALink : undefined;
  return (
    <>
      {shows("link") && (
        <Field id="link" label={texts.link} problem={linkProblem}>
          <input
            {...noted("link", linkProblem)}
            class="input"
            type="url"
            inputMode="url"
            placeholder={texts.linkHint}
            value={content.link ?? ""}
            onInput={(event) => {
              const link = event.currentTarget.value;
              change((old) => edit(old, side, { link }));
            }}
          />
        </Field>
      )}
      {shows("first-comment") && <FirstComment draft={draft} side={side} inSight={inSight} change={change} />}
      {closed.length > 0 && (
        <div class="row row-wrap compose-extras">
          {closed.map((extra) => (
            <Button
              key={extra}
              kind="quiet"
              icon={extra === "link" ? Link2 : MessageCircle}
              onClick={() => open(extra)}
            >
              {extra === "link" ? texts.link : texts.firstComment}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
