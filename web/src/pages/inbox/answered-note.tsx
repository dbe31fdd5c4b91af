import { CircleAlert } from "lucide-preact";
import type { InboxMessage } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { spanOf } from "../../wording.ts";

interface AnsweredNoteProps {
  /** Our answers, the oldest first. */
  readonly answers: readonly InboxMessage[];
  /** The newest one when the member began to write. */
  readonly before: string | null;
}

/** Says that somebody else answered while the member was writing, before they send theirs. */
export function AnsweredNote({ answers, before }: AnsweredNoteProps) {
  const from = answers.findIndex(({ answerKey }) => answerKey === before) + 1;
  const theirs = answers.slice(from).findLast(({ by }) => by !== me.value?.member.id);
  if (!theirs) return null;
  const texts = t().inboxTeam;
  return (
    <div class="note note-wheat" role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <p>
        <strong>{texts.answeredAgo(theirs.author.name ?? texts.somebody, spanOf(now.value - theirs.at))}</strong>{" "}
        {texts.readFirst}
      </p>
    </div>
  );
}
