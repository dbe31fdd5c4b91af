import { CircleAlert } from "lucide-preact";
import type { Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import type { Draft } from "./draft.ts";
import { joined, threadOn, withoutThread } from "./thread.ts";

interface ThreadRefusalProps {
  readonly channel: Channel;
  readonly draft: Draft;
  readonly change: (how: (old: Draft) => Draft) => void;
}

/** What becomes of the parts on a channel that has no threads, and the two ways out. */
export function ThreadRefusal({ channel, draft, change }: ThreadRefusalProps) {
  const texts = t().compose;
  const count = threadOn(draft, channel.id).length;
  return (
    <div class="note note-wheat">
      <CircleAlert size={16} aria-hidden="true" />
      <div class="stack">
        <p>
          <strong>{texts.noThreadOn(channel.name)}</strong> {texts.partsWait(count)}
        </p>
        <div class="row row-wrap">
          <Button onClick={() => change((old) => joined(old, channel.id))}>{texts.joinParts}</Button>
          <Button onClick={() => change((old) => withoutThread(old, channel.id))}>{texts.leavePartsOut}</Button>
        </div>
      </div>
    </div>
  );
}
