import { AlarmClock, AlarmClockOff, Check, ChevronsDown, ChevronsUp, RotateCcw, Tag } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Channel, ThreadSummary } from "../../api/contract.ts";
import { labelThread } from "../../api/inbox.ts";
import { prioritiseThread } from "../../api/rules.ts";
import { useKeys } from "../../keys.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { setDone, setSnooze } from "./finishing.ts";
import { LabelsDialog } from "./labels-dialog.tsx";
import { IntentPill, SentimentPill, SnoozeMark, TargetClock } from "./marks.tsx";
import { PriorityMark } from "./priority-mark.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";

interface ThreadHeadProps {
  readonly thread: ThreadSummary;
  readonly channel: Channel | undefined;
  readonly onDone: () => void;
}

/** Who it is with and where, how it stands, and what can be done with the thread as a whole. */
export function ThreadHead({ thread, channel, onDone }: ThreadHeadProps) {
  const [asking, setAsking] = useState<"snooze" | "labels" | undefined>();
  const texts = t().inbox;
  const team = t().inboxTeam;
  const may = mayI("respond");
  const isDone = thread.state === "done";
  const isSnoozed = thread.state === "snoozed";
  const isHigh = thread.priority === "high";
  const prioritise = async () => {
    const answer = await prioritiseThread(thread.id, isHigh ? "normal" : "high");
    invalidate(`thread:${thread.id}`, "inbox:");
    if (!answer.ok) tellFailure(answer.error);
  };
  const close = () => setAsking(undefined);
  useKeys({
    h: () => may && setAsking("snooze"),
    l: () => may && setAsking("labels"),
    e: () => {
      if (!may) return;
      void setDone(thread, !isDone);
      if (!isDone) onDone();
    },
    a: () => document.getElementById("assignee")?.focus(),
  });
  const label = async (add: string[], remove: string[]) => {
    close();
    const answer = await labelThread(thread.id, { add, remove });
    invalidate(`thread:${thread.id}`, "inbox:", "suggestions");
    if (answer.ok) tell(team.labelsSaved);
    else tellFailure(answer.error);
  };
  return (
    <header class="thread-head">
      <h2 class="thread-title-name">{thread.author.name ?? texts.nobody}</h2>
      <p class="thread-about row row-wrap aside small">
        <span class="row">
          <PlatformMark manifest={channel?.manifest} size={16} />
          {texts.kind[thread.kind]}, {channel?.name}
        </span>
        {thread.state === "open" && thread.unanswered > 0 && <TargetClock dueAt={thread.dueAt} />}
        <PriorityMark priority={thread.priority} />
        <SnoozeMark thread={thread} />
        <SentimentPill sentiment={thread.sentiment} />
        <IntentPill intent={thread.intent} />
        {thread.labels.map((one) => (
          <span key={one} class="pill thread-label">
            {one}
          </span>
        ))}
      </p>
      {may && (
        <div class="thread-acts">
          <IconButton
            icon={isHigh ? ChevronsDown : ChevronsUp}
            label={isHigh ? t().rules.makeNormal : t().rules.makeHigh}
            onClick={() => void prioritise()}
          />
          <IconButton icon={Tag} label={team.labels} onClick={() => setAsking("labels")} />
          {isSnoozed ? (
            <IconButton
              icon={AlarmClockOff}
              label={team.unsnooze}
              onClick={() => void setSnooze(thread.id, null, "")}
            />
          ) : (
            <IconButton icon={AlarmClock} label={team.snooze} onClick={() => setAsking("snooze")} />
          )}
          <Button icon={isDone ? RotateCcw : Check} onClick={() => void setDone(thread, !isDone)}>
            {isDone ? texts.reopen : texts.done}
          </Button>
        </div>
      )}
      {asking === "labels" && (
        <LabelsDialog labels={thread.labels} onClose={close} onSave={(...change) => void label(...change)} />
      )}
      {asking === "snooze" && (
        <SnoozeDialog
          onClose={close}
          onChoose={(until, when) => {
            close();
            void setSnooze(thread.id, until, when);
          }}
        />
      )}
    </header>
  );
}
