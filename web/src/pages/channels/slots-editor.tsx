import { Plus, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { changeSlots } from "../../api/channels.ts";
import type { Channel } from "../../api/contract.ts";
import type { SlotChange } from "../../api/schedule-change.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { weekdayName } from "../../wording.ts";
import { addSlots, type DayChoice, dayChoices, putBack, removeSlot, slotsByDay } from "./slots.ts";

/** The weekly times that posts of a channel fall into. */
export function SlotsEditor({ channel, mayManage }: { readonly channel: Channel; readonly mayManage: boolean }) {
  const [day, setDay] = useState<DayChoice>("workdays");
  const [time, setTime] = useState("18:00");
  const [problem, setProblem] = useState<string | undefined>();
  const texts = t().channels;
  const { slots } = channel;

  /** Makes a change, and offers to take back exactly it. */
  const save = async (on: Channel, change: SlotChange, back: SlotChange) => {
    show({ ...on, slots: [...change(on.slots)] });
    const answer = await changeSlots(on, change);
    if (!answer.ok) {
      show(on);
      invalidate("channels");
      return tellFailure(answer.error);
    }
    const { merged, version, slots: stored } = answer.value;
    const saved = { ...on, slots: [...stored], version };
    show(saved);
    invalidate("calendar", "next-slots");
    tell(merged ? texts.slotsMerged : texts.slotsSaved, () => void save(saved, back, change));
  };
  const add = (event: Event) => {
    event.preventDefault();
    const added = addSlots(slots, day, time).filter((one) => !slots.includes(one));
    setProblem(added.length === 0 ? texts.alreadyThere : undefined);
    const without: SlotChange = (all) => added.reduce(removeSlot, all);
    if (added.length > 0) void save(channel, (all) => addSlots(all, day, time), without);
  };
  const remove = (weekday: number, at: string) =>
    void save(
      channel,
      (all) => removeSlot(all, { weekday, time: at }),
      (all) => putBack(all, { weekday, time: at }),
    );
  const choiceText = (choice: DayChoice): string =>
    choice === "workdays" ? texts.workdays : choice === "every" ? texts.everyDay : weekdayName(Number(choice), "long");

  return (
    <div class="slots">
      <div class="row row-wrap">
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
                      onClick={() => remove(weekday, one)}
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

function show({ id, slots, version }: Channel): void {
  amend<{ channels: Channel[] }>("channels", ({ channels }) => ({
    channels: channels.map((one) => (one.id === id ? { ...one, slots, version } : one)),
  }));
}
