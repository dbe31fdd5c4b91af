import { dayOf } from "#core/kernel/time.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { FieldProblem } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";
import { WhenInputs } from "../../ui/when-inputs.tsx";
import { cityOf, whenOf } from "../../wording.ts";
import { RepeatFields } from "../series/repeat-fields.tsx";
import { Acts } from "./acts.tsx";
import { BestTimeHint } from "./best-time-hint.tsx";
import { decide } from "./deciding.ts";
import type { Timing } from "./draft.ts";
import type { Finishing } from "./finishing.ts";
import type { NextSlots } from "./next-slots.ts";
import { timeOn } from "./start.ts";

interface WhenBarProps {
  readonly timing: Timing;
  readonly timeZone: string;
  /** The first channel it goes to, whose best hours are named. */
  readonly firstChannelId: string | undefined;
  readonly slots: NextSlots;
  readonly blank: boolean;
  /** A scheduled post keeps its times; only its content is saved. */
  readonly isScheduled: boolean;
  readonly finishing: Finishing;
  readonly onTiming: (timing: Timing) => void;
}

/** The foot of the page: when it goes out, and the act. */
export function WhenBar(props: WhenBarProps) {
  const { timing, timeZone, slots, blank, isScheduled, finishing, onTiming } = props;
  const texts = t().compose;
  const { when, at, problem } = decide(timing, slots, timeZone, now.value);
  const choose = (kind: Timing["kind"]) =>
    onTiming(kind === "exact" ? { kind, at: timeOn(dayOf(now.value, timeZone), timeZone, now.value) } : { kind });
  const repeats = timing.kind === "exact" && timing.repeat !== undefined;
  const label = repeats
    ? t().series.begin
    : timing.kind === "now"
      ? texts.publishNow
      : at === undefined || problem || (timing.kind === "next" && slots.differ)
        ? t().post.schedule
        : texts.schedule(whenOf(at, timeZone));
  return (
    <footer class="when-bar">
      {!isScheduled && (
        <div class="when-choice">
          <Segments
            label={texts.when}
            options={[
              { value: "next", text: texts.nextSlot },
              { value: "exact", text: texts.exact },
              { value: "now", text: texts.now },
            ]}
            value={timing.kind}
            onChange={choose}
          />
          {timing.kind === "exact" && (
            <WhenInputs
              id="when"
              wallClock={timing.at}
              timeZone={timeZone}
              onChange={(wallClock) => onTiming({ ...timing, at: wallClock })}
            />
          )}
          {timing.kind === "exact" && (
            <RepeatFields
              start={timing.at}
              timeZone={timeZone}
              repeat={timing.repeat}
              onChange={(repeat) => onTiming({ ...timing, repeat })}
            />
          )}
          {timing.kind === "exact" && props.firstChannelId && <BestTimeHint channelId={props.firstChannelId} />}
          {timing.kind === "next" && at !== undefined && <span class="aside">{cityOf(timeZone)}</span>}
          {timing.kind === "now" && <span class="aside">{texts.goesAtOnce}</span>}
          {problem && <FieldProblem text={texts[problem]} />}
        </div>
      )}
      <div class="when-acts">
        <Acts {...{ blank, isScheduled, finishing, when, label }} refused={at === undefined || problem !== undefined} />
      </div>
    </footer>
  );
}
