import { CircleAlert } from "lucide-preact";
import type { InboxMessage } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { mayI } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { askAgain } from "./deeds.ts";

interface ActionNoteProps {
  readonly threadId: string;
  readonly message: InboxMessage;
  readonly action: NonNullable<InboxMessage["actions"]>[number];
}

/** What is under way with a message on its platform; what was refused, with why, what to do, and a way to try again. */
export function ActionNote({ threadId, message, action: { kind, state, failure } }: ActionNoteProps) {
  const texts = t().inbox;
  const isRefused = state === "failed";
  const why = failure && `: ${failure.message} ${failure.cure ?? ""}`;
  return (
    <p class={`small ${isRefused ? "tone-poppy" : "tone-wheat"} message-reply message-action`}>
      {isRefused && <CircleAlert size={14} aria-hidden="true" />}
      <span>
        {isRefused ? texts.notActed[kind] : texts.acting[kind]}
        {why ?? (isRefused ? "" : "…")}
      </span>
      {isRefused && mayI("respond") && (
        <Button kind="quiet" onClick={() => void askAgain(threadId, message.id, kind)}>
          {texts.actAgain}
        </Button>
      )}
    </p>
  );
}
