import { formatInstant } from "#core/i18n/format.ts";
import { dayOf } from "#core/kernel/time.ts";
import type { When } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { language, t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { whenWithZone } from "../../wording.ts";
import { instantOf, wallClockOf } from "../calendar/period.ts";
import type { Finishing } from "./finishing.ts";
import type { NextSlots } from "./next-slots.ts";
import { timeOn } from "./start.ts";

interface WhenBarProps {
  readonly at: string | undefined;
  readonly timeZone: string;
  readonly slots: NextSlots;
  readonly keptAt: number | undefined;
  readonly blank: boolean;
  /** A scheduled post keeps its times; only its content is saved. */
  readonly isScheduled: boolean;
  readonly finishing: Finishing;
  readonly onAt: (at: string | undefined) => void;
}

/** The foot of the page: when it goes out, and the act. */
export function WhenBar(props: WhenBarProps) {
  const { at, timeZone, slots, keptAt, blank, isScheduled, finishing, onAt } = props;
  const texts = t().compose;
  const exact = at !== undefined || slots.earliest === undefined;
  const wallClock = at ?? wallClockOf(now.value + 3_600_000, timeZone).slice(0, 16);
  const instant = exact ? instantOf(wallClock, timeZone) : slots.earliest;
  const problem = !exact
    ? undefined
    : instant === undefined
      ? texts.chooseTime
      : instant < now.value
        ? texts.inThePast
        : undefined;
  const when: When = exact ? { at: wallClock, timeZone } : { slot: "next" };
  const label =
    instant === undefined || problem
      ? t().post.schedule
      : !exact && slots.differ
        ? texts.scheduleNext
        : texts.schedule(whenWithZone(instant, timeZone));
  return (
    <footer class="when-bar">
      {!isScheduled && (
        <div class="when-choice">
          <Segments
            label={texts.when}
            options={[
              { value: "next", text: texts.nextSlot },
              { value: "exact", text: texts.exact },
            ]}
            value={exact ? "exact" : "next"}
            onChange={(choice) =>
              onAt(choice === "next" ? undefined : timeOn(dayOf(now.value, timeZone), timeZone, now.value))
            }
          />
          {exact ? (
            <WhenInputs id="when" wallClock={wallClock} timeZone={timeZone} onChange={onAt} />
          ) : (
            <span class="aside">{slots.earliest && whenWithZone(slots.earliest, timeZone)}</span>
          )}
          {exact && at === undefined && slots.known && <span class="aside small">{texts.noSlot}</span>}
          {problem && <FieldProblem text={problem} />}
        </div>
      )}
      <div class="when-acts">
        <span class="small aside when-kept" role="status">
          {keptAt &&
            texts.keptAt(formatInstant(language.value, keptAt, timeZone, { hour: "2-digit", minute: "2-digit" }))}
        </span>
        <Acts {...{ blank, isScheduled, finishing, when, label }} refused={problem !== undefined} />
      </div>
    </footer>
  );
}

interface ActsProps {
  readonly blank: boolean;
  readonly isScheduled: boolean;
  readonly finishing: Finishing;
  readonly when: When;
  readonly label: string;
  readonly refused: boolean;
}

function Acts({ blank, isScheduled, finishing, when, label, refused }: ActsProps) {
  const texts = t().compose;
  const member = me.value;
  if (!member) return null;
  const canSchedule = member.member.role === "owner" || member.member.role === "manager";
  const act = (name: "save" | "submit" | "schedule") => ({
    disabled: blank || (finishing.busy !== undefined && finishing.busy !== name) || (name === "schedule" && refused),
    busy: finishing.busy === name,
    onClick: () => finishing.run(name, when),
  });
  if (isScheduled) {
    return (
      <Button kind="primary" {...act("save")}>
        {t().common.save}
      </Button>
    );
  }
  return (
    <>
      <Button kind="quiet" {...act("save")}>
        {texts.saveDraft}
      </Button>
      <Button kind={canSchedule ? "plain" : "primary"} {...act("submit")}>
        {texts.submit}
      </Button>
      {canSchedule && (
        <Button kind="primary" {...act("schedule")}>
          {label}
        </Button>
      )}
    </>
  );
}
