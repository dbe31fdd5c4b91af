import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import { smallestSample } from "#core/insights/compare-variants.ts";
import { useChannels } from "../../api/channels.ts";
import type { Experiment } from "../../api/contract.ts";
import { removeExperiment } from "../../api/experiments.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { StatePill } from "../../ui/publication-state.tsx";
import { whenOf } from "../../wording.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";

const tones = { preparing: "", running: "pill-wheat", final: "pill-leaf" } as const;

/** One test: both variants side by side, and what can be said. */
export function ExperimentCard({ experiment }: { readonly experiment: Experiment }) {
  const [scheduling, setScheduling] = useState(false);
  const channel = useChannels().data?.channels.find(({ id }) => id === experiment.channelId);
  const texts = t().experiments;
  const { stage, a, b } = experiment;
  const waits = a.state === "not-scheduled" || b.state === "not-scheduled";
  const end = async () => {
    const answer = await removeExperiment(experiment.id);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("experiments");
    tell(texts.removed);
  };
  return (
    <li class="card experiment">
      <div class="row row-wrap">
        {channel && <PlatformMark manifest={channel.manifest} />}
        <h2>{channel?.name ?? t().experiments.channel}</h2>
        <span class={`pill ${tones[stage]}`}>{texts.stage[stage]}</span>
        <span class="push row row-wrap">
          {waits && mayI("schedule") && (
            <Button kind="primary" onClick={() => setScheduling(true)}>
              {texts.schedule}
            </Button>
          )}
          {mayI("write") && (
            <Button kind="quiet" onClick={() => void end()}>
              {texts.remove}
            </Button>
          )}
        </span>
      </div>
      <p class="experiment-finding">{findingOf(experiment)}</p>
      <div class="experiment-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.variant}</th>
              <th scope="col">{texts.published}</th>
              <th scope="col" class="number">
                {texts.reach}
              </th>
              <th scope="col" class="number">
                {texts.interactions}
              </th>
              <th scope="col" class="number">
                {texts.rate}
              </th>
            </tr>
          </thead>
          <tbody>
            <ArmRow name={texts.arm.a} arm={a} />
            <ArmRow name={texts.arm.b} arm={b} />
          </tbody>
        </table>
      </div>
      {scheduling && <ScheduleDialog experiment={experiment} onClose={() => setScheduling(false)} />}
    </li>
  );
}

function ArmRow({ name, arm }: { readonly name: string; readonly arm: Experiment["a"] }) {
  const count = (value: number | null) => (value === null ? "—" : formatNumber(language.value, value));
  const { interactions, reach, publishedAt, dueAt, state } = arm;
  const zone = me.value?.workspace.timeZone ?? "UTC";
  const when = publishedAt ?? dueAt;
  return (
    <tr>
      <th scope="row">
        <Link href={`/posts/${arm.postId}`}>{name}</Link>
        {arm.text && <span class="experiment-text aside">{arm.text}</span>}
      </th>
      <td>
        {when === null ? t().experiments.notScheduled : whenOf(when, zone)}{" "}
        {state !== "not-scheduled" && state !== "published" && <StatePill state={state} />}
      </td>
      <td class="number">{count(reach)}</td>
      <td class="number">{count(interactions)}</td>
      <td class="number">
        {interactions === null || !reach ? "—" : formatPercent(language.value, interactions / reach)}
      </td>
    </tr>
  );
}

/** As it is shown, with two decimals. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What can be said of a test, in one or two sentences; never a bare winner. */
function findingOf({ comparison, comparedAtDays, sameHour, stage }: Experiment): string {
  const texts = t().experiments;
  const number = (value: number, digits = 0) => formatNumber(language.value, value, digits);
  if (!comparison || comparedAtDays === null) return stage === "preparing" ? texts.made : texts.waiting;
  const age = texts.age(texts.days(comparedAtDays));
  const timing = sameHour === false ? ` ${texts.otherHour}` : "";
  if (comparison.finding === "too-few") {
    return `${texts.finding["too-few"](number(smallestSample.reach), number(smallestSample.interactions))} ${age}`;
  }
  const { ratio, low, high, finding } = comparison;
  const [by, from, to] = finding === "a-higher" ? [1 / ratio, 1 / high, 1 / low] : [ratio, low, high];
  return `${texts.finding[finding](texts.times(rounded(by), number(by, 2)), texts.range(number(from, 2), number(to, 2)))} ${age}${timing}`;
}
