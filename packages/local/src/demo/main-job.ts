import type { Machine } from "../machine.ts";
import { answerStep, audienceStep } from "./audience-step.ts";
import { type Figures, must, until } from "./figures.ts";
import { kpiStep } from "./kpi-step.ts";
import { sandboxPage } from "./page.ts";
import { publishStep } from "./publish-step.ts";
import { refusalStep } from "./refusal-step.ts";
import { reportStep } from "./report-step.ts";
import { setUpDemoWorkspace } from "./set-up.ts";

/** Hears of each step as it begins, and of what it found. */
export interface Narrator {
  step(number: number, of: number, what: string): void;
  say(line: string): void;
}

const steps = [
  "A workspace with a connected page, a posting schedule and a goal",
  "A post with a picture and a link goes out on the second",
  "The audience writes",
  "A member answers",
  "The day is measured",
  "Management gets its report",
  "What is wrong is refused",
];

/**
 * Does the main job once, over HTTP and the real bundles only. Stops at the first step that is not met; `figures` then
 * hold what was measured until there, and `failure` says what was not met.
 */
export async function runMainJob(
  machine: Machine,
  narrator: Narrator,
): Promise<{ figures: Figures; failure?: unknown }> {
  const began = Date.now();
  const figures = noFigures();
  let failure: unknown;
  try {
    await allSteps(machine, narrator, figures);
  } catch (error) {
    failure = error;
  }
  measureCalls(machine, figures);
  figures.seconds = Math.round((Date.now() - began) / 100) / 10;
  figures.ok = failure === undefined && figures.iamDenied === 0;
  return failure === undefined ? { figures } : { figures, failure };
}

async function allSteps(machine: Machine, narrator: Narrator, figures: Figures): Promise<void> {
  let number = 0;
  const next = () => {
    number += 1;
    narrator.step(number, steps.length, steps[number - 1] ?? "");
  };
  const say = (line: string) => narrator.say(line);
  next();
  const workspace = await setUpDemoWorkspace(machine);
  const page = sandboxPage(machine, workspace.pageId);
  say(`"${workspace.channel.name}" is connected by consent on the platform's own dialog`);
  next();
  const { remoteId, postId } = await publishStep(workspace, page, figures, say);
  next();
  const { complaintThreadId } = await audienceStep(workspace, page, remoteId, figures, say);
  next();
  await answerStep(workspace, page, complaintThreadId, figures, say);
  next();
  await kpiStep(machine, workspace, figures, say);
  next();
  await reportStep(machine, workspace, figures, say);
  next();
  await refusalStep(machine, workspace, postId, figures, say);
  await until("all webhooks are delivered", 20_000, async () => (await page.webhooks()).waiting === 0);
  figures.webhookDeliveries = (await page.webhooks()).accepted;
  figures.webhookCallsToAws = callsOf(machine, "hooks", "invocation");
  must(
    figures.webhookCallsToAws === figures.webhookDeliveries,
    `one AWS call per delivery: ${figures.webhookCallsToAws} for ${figures.webhookDeliveries}`,
  );
}

/** How often a function called AWS in a phase of its life. */
function callsOf(machine: Machine, name: string, phase: string): number {
  return machine.cloud.meter
    .snapshot()
    .filter((entry) => entry.caller.endsWith(`-${name}`) && entry.phase === phase)
    .reduce((sum, { calls }) => sum + calls, 0);
}

function measureCalls(machine: Machine, figures: Figures): void {
  for (const { caller, phase, service, calls, denied } of machine.cloud.meter.snapshot()) {
    figures.iamDenied += denied;
    if (phase === "operator" || phase === "poll") continue;
    const services = figures.awsCalls[caller] ?? {};
    services[service] = (services[service] ?? 0) + calls;
    figures.awsCalls[caller] = services;
  }
}

const noFigures = (): Figures => ({
  ok: false,
  publishedLateMs: -1,
  publishedTimes: 0,
  inboxItems: 0,
  duplicatesStored: 0,
  webhookDeliveries: 0,
  webhookCallsToAws: 0,
  repliesOnPage: 0,
  kpisChecked: 0,
  kpisWrong: 0,
  mails: 0,
  refused: 0,
  awsCalls: {},
  iamDenied: 0,
  seconds: 0,
});
