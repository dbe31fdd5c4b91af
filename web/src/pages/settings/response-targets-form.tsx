import { useState } from "preact/hooks";
import { useChannels } from "../../api/channels.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { ResponseTargets } from "../../api/contract.ts";
import { changeResponseTargets } from "../../api/inbox.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { DurationInput } from "./duration-input.tsx";
import { HolidaysEditor } from "./holidays-editor.tsx";
import { isWeekRight, WeekEditor } from "./week-editor.tsx";

interface ResponseTargetsFormProps {
  readonly stored: { readonly version: number; readonly targets: ResponseTargets };
}

/** How soon customers are answered, in which hours, and what is different on a channel. */
export function ResponseTargetsForm({ stored }: ResponseTargetsFormProps) {
  const [targets, setTargets] = useState(stored.targets);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const channels = useChannels().data?.channels ?? [];
  const texts = t().inboxSettings;
  const may = mayI("respond");
  const weeks = [targets.week, ...targets.channels.flatMap(({ week }) => (week ? [week] : []))];
  const isRight = weeks.every(isWeekRight);

  const setChannel = (channelId: string, own: Partial<ResponseTargets["channels"][number]> | null) => {
    const others = targets.channels.filter((one) => one.channelId !== channelId);
    const before = targets.channels.find((one) => one.channelId === channelId);
    const usual = { channelId, targetMinutes: targets.targetMinutes, week: null };
    setTargets({ ...targets, channels: own ? [...others, { ...usual, ...before, ...own }] : others });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (!isRight) return;
    setBusy(true);
    const answer = await changeResponseTargets(targets, stored.version);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    invalidate("response-targets");
    tell(texts.saved);
  };

  return (
    <form onSubmit={save}>
      <fieldset class="stack" disabled={!may} aria-label={texts.targets}>
        <DurationInput
          id="target"
          label={texts.targetHours}
          minutes={targets.targetMinutes}
          onChange={(targetMinutes) => setTargets({ ...targets, targetMinutes })}
        />
        <p class="field-label">{texts.week}</p>
        <WeekEditor
          id="week"
          label={texts.week}
          week={targets.week}
          onChange={(week) => setTargets({ ...targets, week })}
        />
        <HolidaysEditor
          holidays={targets.holidays}
          onChange={(holidays) => setTargets({ ...targets, holidays })}
          disabled={!may}
        />
        {channels.length > 0 && <p class="field-label">{texts.channels}</p>}
        {channels.map(({ id, name }) => {
          const own = targets.channels.find(({ channelId }) => channelId === id);
          return (
            <div key={id} class="channel-target">
              <label class="check">
                <input type="checkbox" checked={own !== undefined} onChange={() => setChannel(id, own ? null : {})} />
                {name}
                {!own && <span class="aside small">{texts.channelSame}</span>}
              </label>
              {own && (
                <div class="stack channel-target-own">
                  <DurationInput
                    id={`target-${id}`}
                    label={texts.targetHours}
                    minutes={own.targetMinutes}
                    onChange={(targetMinutes) => setChannel(id, { targetMinutes })}
                  />
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={own.week !== null}
                      onChange={() => setChannel(id, { week: own.week ? null : targets.week })}
                    />
                    {texts.channelWeek}
                  </label>
                  {own.week && (
                    <WeekEditor
                      id={`week-${id}`}
                      label={`${texts.week}, ${name}`}
                      week={own.week}
                      onChange={(week) => setChannel(id, { week })}
                    />
                  )}
                </div>
              )}
            </div>
          );
        })}
        {failure && <FailureNote failure={failure} />}
        <p class="field-hint">{may ? texts.holdsFromNow : texts.onlyManagers}</p>
        {may && (
          <div>
            <Button kind="primary" type="submit" busy={busy} disabled={!isRight}>
              {texts.save}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
