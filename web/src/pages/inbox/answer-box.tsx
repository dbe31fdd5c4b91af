import { useState } from "preact/hooks";
import type { Channel, ThreadView } from "../../api/contract.ts";
import { modifierKey, useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { Segments } from "../../ui/segments.tsx";
import { NoteBox } from "./note-box.tsx";
import { ReplyBox } from "./reply-box.tsx";

const kinds = ["reply", "privately", "note"] as const;
type AnswerKind = (typeof kinds)[number];

interface AnswerBoxProps {
  readonly view: ThreadView;
  readonly channel: Channel | undefined;
  readonly onTyped: () => void;
}

/** What the member writes: an answer that all see, one to the person alone, or a note to colleagues. */
export function AnswerBox({ view, channel, onTyped }: AnswerBoxProps) {
  const mayReply = Boolean(channel?.manifest.capabilities.reply) && mayI("respond");
  const mayNote = mayI("write");
  const mayPrivately = mayReply && view.thread.kind === "comment" && channel?.manifest.privateReply !== undefined;
  const [wanted, setWanted] = useState<AnswerKind>("reply");
  const may = { reply: mayReply, privately: mayPrivately, note: mayNote };
  const kind = may[wanted] ? wanted : mayReply ? "reply" : "note";
  const texts = t().inboxTeam;
  const turnTo = (next: AnswerKind) => {
    setWanted(next);
    requestAnimationFrame(() => document.getElementById(next === "note" ? "note" : "reply")?.focus());
  };
  useKeys({
    r: () => mayReply && turnTo("reply"),
    n: () => mayNote && turnTo("note"),
  });
  if (!mayReply && !mayNote) return null;
  return (
    <div class={`reply ${kind === "note" ? "reply-as-note" : ""}`}>
      <div class="reply-head">
        {kinds.filter((one) => may[one]).length > 1 && (
          <Segments
            label={texts.replyOrNote}
            options={kinds.filter((one) => may[one]).map((value) => ({ value, text: texts.as[value] }))}
            value={kind}
            onChange={turnTo}
          />
        )}
        <span class="small aside reply-hint push">{t().inbox.sendHint(modifierKey)}</span>
      </div>
      {kind === "note" ? (
        <NoteBox threadId={view.thread.id} />
      ) : (
        <ReplyBox key={kind} view={view} channel={channel} onTyped={onTyped} privately={kind === "privately"} />
      )}
    </div>
  );
}
