import { ListPlus, Plus } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Format } from "#core/channels/manifest.ts";
import type { Asset, Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import type { Draft, Side } from "./draft.ts";
import type { Outgoing } from "./outgoing.ts";
import { changePart, earlier, type ThreadPart, threadOn, withoutPart, withPart } from "./thread.ts";
import { ThreadPartEditor } from "./thread-part-editor.tsx";
import { ThreadRefusal } from "./thread-refusal.tsx";

interface ThreadEditorProps {
  readonly draft: Draft;
  readonly side: Side;
  /** The channels that this side shows, each with the format it has there. */
  readonly inSight: readonly { readonly channel: Channel; readonly format: Format }[];
  readonly outgoing: Outgoing;
  readonly change: (how: (old: Draft) => Draft) => void;
}

let lastKey = 0;

/**
 * The parts that go on after the post. Where no channel in sight can have them nothing is offered; parts that are there
 * already stay to be read and changed on the base, and each channel that lacks threads says what becomes of them.
 */
export function ThreadEditor({ draft, side, inSight, outgoing, change }: ThreadEditorProps) {
  const texts = t().compose;
  const parts = threadOn(draft, side);
  const able = inSight.filter(({ format }) => format.thread);
  const unable = inSight.filter(({ channel, format }) => !format.thread && threadOn(draft, channel.id).length > 0);
  const isEditable = able.length > 0 || (side === "base" && parts.length > 0);
  const keys = useKeys(parts.length);
  const [newest, setNewest] = useState<number>();
  const section = useRef<HTMLElement>(null);
  // Before the next key press: what is typed at once belongs to the new part.
  useLayoutEffect(() => {
    if (newest !== undefined) section.current?.querySelector<HTMLElement>(`#part-${newest}`)?.focus();
  }, [newest]);

  const add = () => {
    const key = ++lastKey;
    keys.current.push(key);
    change((old) => withPart(old, side));
    setNewest(key);
  };
  const remove = (index: number, part: ThreadPart) => {
    const [key = ++lastKey] = keys.current.splice(index, 1);
    change((old) => withoutPart(old, side, index));
    tell(texts.partRemoved(index + 2), () => {
      keys.current.splice(index, 0, key);
      change((old) => withPart(old, side, part, index));
    });
  };
  const move = (index: number) => {
    keys.current.splice(index - 1, 0, ...keys.current.splice(index, 1));
    change((old) => earlier(old, side, index));
  };
  const show = (key: number, asset: Asset) => {
    const index = keys.current.indexOf(key);
    change((old) => ({
      ...changePart(old, side, index, (part) => ({ ...part, mediaIds: [...new Set([...part.mediaIds, asset.id])] })),
      assets: { ...old.assets, [asset.id]: asset },
    }));
  };

  if (!isEditable && unable.length === 0) return null;
  if (parts.length === 0 && unable.length === 0) {
    return (
      <div class="row compose-extras">
        <Button kind="quiet" icon={ListPlus} onClick={add}>
          {texts.beginThread}
        </Button>
      </div>
    );
  }
  return (
    <section class="thread-editor" ref={section} aria-label={texts.thread}>
      <h2 class="field-label">{texts.thread}</h2>
      {unable.map(({ channel }) => (
        <ThreadRefusal key={channel.id} channel={channel} draft={draft} change={change} />
      ))}
      {isEditable && (
        <>
          <ol class="thread-parts">
            {parts.map((part, index) => {
              const key = keys.current[index] ?? index;
              return (
                <ThreadPartEditor
                  key={key}
                  id={`part-${key}`}
                  number={index + 2}
                  part={part}
                  assets={part.mediaIds.flatMap((id) => draft.assets[id] ?? [])}
                  channels={able
                    .filter(({ channel }) => side !== "base" || draft.variants[channel.id]?.thread === undefined)
                    .map((one) => ({
                      ...one,
                      text: outgoing.contentOn(one.channel).thread?.[index]?.text ?? part.text,
                    }))}
                  change={change}
                  onPart={(how) => change((old) => changePart(old, side, index, how))}
                  onAsset={(asset) => show(key, asset)}
                  onEarlier={index === 0 ? undefined : () => move(index)}
                  onRemove={() => remove(index, part)}
                />
              );
            })}
          </ol>
          {able.length > 0 && (
            <div>
              <Button icon={Plus} onClick={add}>
                {texts.addPart}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** A lasting key of each part, so that an upload finds its part wherever it has been moved. */
function useKeys(count: number) {
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) keys.current.push(++lastKey);
  keys.current.length = count;
  return keys;
}
