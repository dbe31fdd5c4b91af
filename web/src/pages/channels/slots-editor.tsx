import { Plus, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { saveSlots } from "../../api/channels.ts";
import type { Channel, Slot } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { weekdayName } from "../../wording.ts";
import { addSlots, type DayChoice, dayChoices, removeSlot, slotsByDay } from "./slots.ts";

/** The weekly times that posts of a channel fall into. */
export function SlotsEditor({ channel, mayManage }: { readonly channel: Channel; readonly mayManage: boolean }) {
  const [day, setDay] = useState<DayChoice>("workdays");
  const [time, setTime] = useState("18:00");
  const [problem, setProblem] = useState<string | undefined>();
  const texts = t().channels;
  const { id, slots } = channel;

  const save = async (next: readonly Slot[]) => {
    showSlots(id, next);
    const answer = await saveSlots(id, [...next]);
    if (!answer.ok) {
      showSlots(id, slots);
      return tellFailure(answer.error);
    }
    invalidate("calendar", "next-slots");
    tell(texts.slotsSaved, () => void save(slots));
  };
  const add = (event: Event) => {
    event.preventDefault();
    const next = addSlots(slots, day, time);
    setProblem(next.length === slots.length ? texts.alreadyThere : undefined);
    if (next.length > slots.length) void save(next);
  };
  const choiceText = (choice: DayChoice): string =>
    choice === "workdays" ? texts.workdays : choice === "every" ? texts.everyDay : weekdayName(Number(choice), "long");

  return (
    <div class="slots">
      <div class="row">
        <h3>{texts.schedule}</h3>
        {slots.length > 0 && <span class="aside small">{texts.slots(slots.length)}</span>}
      </div>
      {slots.length === 0 && <p class="aside small">{texts.noSlots}</p>}
      <dl class="slot-days">
        {slotsByDay(slots).map(([weekday, times]) => (
          <div key={weekday}>
            <dt>{weekdayName(weekday)}</dt>
            <dd>
              {times.map((one) => (
                <span key={one} class="pill slot">
                  {one}
                  {mayManage && (
                    <button
                      type="button"
                      aria-label={texts.removeTime(weekdayName(weekday, "long"), one)}
                      onClick={() => void save(removeSlot(slots, { weekday, time: one }))}
                    >
                      <X size={12} aria-hidden="true" />
                    </button>
                  )}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {mayManage && (
        <form class="row row-wrap slot-form" onSubmit={add}>
          <select
            class="input"
            aria-label={texts.onDay}
            value={day}
            onChange={(event) => setDay(dayChoices.find((one) => one === event.currentTarget.value) ?? day)}
          >
            {dayChoices.map((choice) => (
              <option key={choice} value={choice}>
                {choiceText(choice)}
              </option>
            ))}
          </select>
          <input
            class="input"
            type="time"
            required
            aria-label={texts.atTime}
            value={time}
            onInput={(event) => setTime(event.currentTarget.value)}
          />
          <Button type="submit" icon={Plus}>
            {texts.addTime}
          </Button>
          {problem && <FieldProblem text={problem} />}
        </form>
      )}
    </div>
  );
}

function showSlots(channelId: string, slots: readonly Slot[]): void {
  amend<{ channels: Channel[] }>("channels", ({ channels }) => ({
    channels: channels.map((one) => (one.id === channelId ? { ...one, slots: [...slots] } : one)),
  }));
}
