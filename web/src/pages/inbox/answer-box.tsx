import { useState } from "preact/hooks";
import type { Channel, ThreadView } from "../../api/contract.ts";
import { modifierKey, useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { Segments } from "../../ui/segments.tsx";
import { NoteBox } from "./note-box.tsx";
import { ReplyBox } from "./reply-box.tsx";

interface AnswerBoxProps {
  readonly view: ThreadView;
  readonly channel: Channel | undefined;
  readonly onTyped: () => void;
}

/** What the member writes: an answer to the person, or a note to colleagues. */
export function AnswerBox({ view, channel, onTyped }: AnswerBoxProps) {
  const mayReply = Boolean(channel?.manifest.capabilities.reply) && mayI("respond");
  const mayNote = mayI("write");
  const [wanted, setWanted] = useState<"reply" | "note">("reply");
  const kind = wanted === "reply" && mayReply ? "reply" : "note";
  const texts = t().inboxTeam;
  const turnTo = (next: "reply" | "note") => {
    setWanted(next);
    requestAnimationFrame(() => document.getElementById(next)?.focus());
  };
  useKeys({
    r: () => mayReply && turnTo("reply"),
    n: () => mayNote && turnTo("note"),
  });
  if (!mayReply && !mayNote) return null;
  return (
    <div class={`reply ${kind === "note" ? "reply-as-note" : ""}`}>
      <div class="reply-head">
        {mayReply && mayNote && (
          <Segments
            label={texts.replyOrNote}
            options={[
              { value: "reply", text: texts.asReply },
              { value: "note", text: texts.asNote },
            ]}
            value={kind}
            onChange={turnTo}
          />
        )}
        <span class="small aside reply-hint push">{t().inbox.sendHint(modifierKey)}</span>
      </div>
      {kind === "reply" ? (
        <ReplyBox view={view} channel={channel} onTyped={onTyped} />
      ) : (
        <NoteBox threadId={view.thread.id} />
      )}
    </div>
  );
}
