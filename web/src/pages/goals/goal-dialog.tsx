import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { publishes } from "#core/channels/manifest.ts";
import { headlines, wholeWorkspace } from "#core/insights/model.ts";
import { addDays, dayOf } from "#core/kernel/time.ts";
import type { BusinessProblem, GoalKpi } from "#core/strategy/model.ts";
import { useConnected } from "../../api/channels.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { GoalDetail } from "../../api/contract.ts";
import { changeGoal, setGoal } from "../../api/goals.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { isDaily, storedFigure, typedFigure, typedUnit } from "../insights/figures.ts";
import { in28Days } from "./forecast-words.ts";

/** What a goal may aim at, in the order in which it is offered. */
const goalKpis: readonly GoalKpi[] = [...headlines, "siteVisits"];

/** The figure that usually tells whether a problem is being solved; the member may choose another. */
const usual: Readonly<Record<BusinessProblem, GoalKpi>> = {
  "little-traffic": "siteVisits",
  "weak-awareness": "reach",
  "falling-retention": "followersChange",
  "poor-reputation": "negativePer1000",
  "slow-sales": "leads",
};
const problems = Object.keys(usual) as BusinessProblem[];
const DAYS_AHEAD = 90;

/** Sets a goal: the problem, the figure, the target, the day. Of one that is there figure and channel stay. */
export function GoalDialog({ goal, onClose }: { readonly goal?: GoalDetail; readonly onClose: () => void }) {
  const today = dayOf(now.value, me.value?.workspace.timeZone ?? "UTC");
  const [problem, setProblem] = useState<BusinessProblem>(goal?.problem ?? "weak-awareness");
  const [kpi, setKpi] = useState<GoalKpi>(goal?.kpi ?? usual[problem]);
  const [fields, setFields] = useState({
    name: goal?.name ?? "",
    target: goal ? typedFigure(goal.kpi, goal.target) : "",
    baseline: goal ? typedFigure(goal.kpi, goal.baseline) : "",
    dueDay: goal?.dueDay ?? addDays(today, DAYS_AHEAD),
    channelId: goal && goal.channelId !== wholeWorkspace ? goal.channelId : "",
  });
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const connected = useConnected().data?.channels ?? [];
  const sites = connected.filter(({ manifest }) => manifest.capabilities.visits);
  const channels = kpi === "siteVisits" ? sites : connected.filter(({ manifest }) => publishes(manifest));
  const texts = t().goals;

  const wrong = {
    name: fields.name.trim() === "" ? texts.required : undefined,
    target: isNumber(fields.target) ? undefined : texts.notANumber,
    baseline: fields.baseline === "" || isNumber(fields.baseline) ? undefined : texts.notANumber,
    dueDay: fields.dueDay > today || fields.dueDay === goal?.dueDay ? undefined : texts.dateFuture,
  };
  const problemOf = (field: keyof typeof wrong) => (shown ? wrong[field] : undefined);
  const input = (field: keyof typeof fields) => ({
    class: "input",
    value: fields[field],
    onInput: (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) => {
      const value = event.currentTarget.value;
      setFields((old) => ({ ...old, [field]: value }));
    },
  });
  // Sites and channels are not each other's: what was chosen of the one says nothing of the other.
  const chooseKpi = (chosen: GoalKpi) => {
    if ((chosen === "siteVisits") !== (kpi === "siteVisits")) setFields((old) => ({ ...old, channelId: "" }));
    setKpi(chosen);
  };
  const unit = typedUnit(kpi);
  const sumText = isDaily(kpi) ? undefined : texts.targetIn28Days;
  const unitText = unit === "percent" ? texts.inPercent : unit === "hours" ? texts.inHours : sumText;

  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    const written = {
      name: fields.name.trim(),
      problem,
      target: storedFigure(kpi, numberOf(fields.target)),
      dueDay: fields.dueDay,
      ...(fields.baseline === "" ? {} : { baseline: storedFigure(kpi, numberOf(fields.baseline)) }),
    };
    const answer = goal
      ? await changeGoal(goal.id, { ...written, version: goal.version })
      : await setGoal({ ...written, kpi, ...(fields.channelId === "" ? {} : { channelId: fields.channelId }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("goals", "today");
    tell(goal ? texts.changed : texts.saved);
    onClose();
  };

  return (
    <Dialog title={goal ? texts.editTitle : texts.add} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="goal-name" label={texts.name} hint={texts.nameHint} problem={problemOf("name")}>
          <input {...noted("goal-name", problemOf("name"))} {...input("name")} maxLength={100} />
        </Field>
        <Field id="goal-problem" label={texts.problem}>
          <select
            id="goal-problem"
            class="input"
            value={problem}
            onChange={(event) => {
              const chosen = problems.find((one) => one === event.currentTarget.value);
              if (!chosen) return;
              setProblem(chosen);
              if (!goal) chooseKpi(usual[chosen]);
            }}
          >
            {problems.map((one) => (
              <option key={one} value={one}>
                {texts.problems[one]}
              </option>
            ))}
          </select>
        </Field>
        <div class="field-pair">
          <Field id="goal-kpi" label={texts.kpi}>
            <select
              id="goal-kpi"
              class="input"
              disabled={goal !== undefined}
              value={kpi}
              onChange={(event) => chooseKpi(goalKpis.find((one) => one === event.currentTarget.value) ?? kpi)}
            >
              {goalKpis.map((one) => (
                <option key={one} value={one}>
                  {in28Days(one, t().insights.headline[one])}
                </option>
              ))}
            </select>
          </Field>
          <Field id="goal-channel" label={texts.scope}>
            <select id="goal-channel" disabled={goal !== undefined} {...input("channelId")}>
              <option value="">{kpi === "siteVisits" ? texts.allSites : t().common.allChannels}</option>
              {channels.map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {channel.name}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <div class="field-pair">
          <Field id="goal-target" label={texts.target} hint={unitText} problem={problemOf("target")}>
            <input {...noted("goal-target", problemOf("target"))} {...input("target")} inputMode="decimal" />
          </Field>
          <Field id="goal-due" label={texts.by} problem={problemOf("dueDay")}>
            <input {...noted("goal-due", problemOf("dueDay"))} {...input("dueDay")} type="date" />
          </Field>
        </div>
        <Field
          id="goal-baseline"
          label={texts.baseline}
          {...(goal ? {} : { hint: texts.baselineHint })}
          problem={problemOf("baseline")}
        >
          <input {...noted("goal-baseline", problemOf("baseline"))} {...input("baseline")} inputMode="decimal" />
        </Field>
        {kpi === "siteVisits" && sites.length === 0 && (
          <p class="note note-wheat">
            {t().visits.why["no-site"]} <Link href="/channels">{t().visits.toChannels}</Link>
          </p>
        )}
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {goal ? texts.saveChange : texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A number as people type it: spaces between thousands, a comma or a point before the decimals. */
const numberOf = (text: string): number => Number(text.replace(/[\s\u00a0]/g, "").replace(",", "."));
const isNumber = (text: string): boolean =>
  text.trim() !== "" && Number.isFinite(numberOf(text)) && numberOf(text) >= 0;
