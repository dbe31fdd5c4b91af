import { Link } from "wouter-preact";
import type { Channel, FreeSlot, PublicationSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { needsYou, StateIcon } from "../../ui/publication-state.tsx";
import { timeOf } from "../../wording.ts";
import { dragged, isMovable } from "./moving.ts";
import { OriginMark } from "./origin-mark.tsx";
import { wallClockOf } from "./period.ts";

interface ChipProps {
  readonly publication: PublicationSummary;
  readonly channel: Channel | undefined;
  readonly onMove: (publication: PublicationSummary) => void;
}

/** A publication in the calendar: leads to its post, can be dragged, or moved by the key M. */
export function Chip({ publication, channel, onMove }: ChipProps) {
  const { state, dueAt, timeZone, text, postId } = publication;
  const movable = isMovable(publication);
  return (
    <Link
      href={`/posts/${postId}`}
      class={`chip chip-${state} ${needsYou(state) ? "chip-needs" : ""}`}
      draggable={movable}
      title={movable ? t().calendar.dragHint : undefined}
      onDragStart={(event: DragEvent) => {
        dragged.value = publication;
        event.dataTransfer?.setData("text/plain", publication.id);
      }}
      onDragEnd={() => {
        dragged.value = undefined;
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.code !== "KeyM" || !movable || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(publication);
      }}
    >
      <time dateTime={wallClockOf(dueAt, timeZone)}>{timeOf(dueAt, timeZone)}</time>
      <PlatformMark manifest={channel?.manifest} size={16} />
      <span class="chip-text clip">{text || t().post.untitled}</span>
      <OriginMark origin={publication.origin} />
      {state !== "scheduled" && <StateIcon state={state} />}
    </Link>
  );
}

interface SlotProps {
  readonly slot: FreeSlot;
  readonly timeZone: string;
  readonly channel: Channel | undefined;
}

/** A gap in a channel's posting schedule: leads to a new post at that time. */
export function SlotChip({ slot, timeZone, channel }: SlotProps) {
  const time = timeOf(slot.at, timeZone);
  const params = new URLSearchParams({ at: wallClockOf(slot.at, timeZone), channel: slot.channelId });
  return (
    <Link
      href={`/compose?${params}`}
      class="chip chip-free"
      aria-label={t().calendar.freeSlot(time, channel?.name ?? "")}
    >
      <time>{time}</time>
      <PlatformMark manifest={channel?.manifest} size={16} silent />
      <span class="chip-text clip">{t().calendar.free}</span>
    </Link>
  );
}
