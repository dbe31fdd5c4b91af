import { Cron } from "croner";

/** When a schedule fires. Pure: the same answer for the same instant, whatever was asked before. */
export type Schedule = {
  /** First instant (epoch ms) strictly after the given one; undefined when it never fires again. */
  next: (after: number) => number | undefined;
};

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Fires at whole multiples of its period since the epoch. AWS counts from the creation of the rule; here the
 * creation is taken to be the epoch, so a restart keeps the phase.
 */
function rate(body: string): Schedule {
  const match = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(body);
  if (!match) throw new Error(`rate(${body}) is not "rate(value unit)"`);
  const value = Number(match[1]);
  if ((value === 1) === (match[3] === "s"))
    throw new Error(`rate(${body}): one takes a singular unit, more take a plural`);
  const period = value * unitMs[match[2] as keyof typeof unitMs];
  return { next: (after) => (Math.floor(after / period) + 1) * period };
}

/** Six fields: minutes, hours, day of month, month, day of week (1 = Sunday), year. */
function cron(body: string, timezone: string): Schedule {
  const fields = body.split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 6) throw new Error(`cron(${body}) has ${fields.length} fields, not six`);
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) {
    throw new Error(`cron(${body}): exactly one of day of month and day of week is "?"`);
  }
  const any = (field: string | undefined) => (field === "?" ? "*" : field);
  const weekday = dayOfWeek === "L" ? "7" : any(dayOfWeek);
  const job = new Cron(`0 ${minute} ${hour} ${any(dayOfMonth)} ${month} ${weekday} ${year}`, {
    mode: "7-part",
    timezone,
    alternativeWeekdays: true,
    sloppyRanges: true,
    fixedTimeRule: "no-wildcard",
    paused: true,
  });
  return {
    next(after) {
      let found = job.nextRun(new Date(after));
      // A local time that a clock change leaves out is skipped by AWS; croner moves it behind the gap.
      while (found && !job.match(found)) found = job.nextRun(found);
      return found?.getTime();
    },
  };
}

/** Fires once, at a local time `yyyy-mm-ddThh:mm:ss` (EventBridge Scheduler only). */
function at(body: string, timezone: string): Schedule {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body)) throw new Error(`at(${body}) is not "at(yyyy-mm-ddThh:mm:ss)"`);
  const instant = new Cron(body, { timezone, paused: true }).nextRun(new Date(0))?.getTime();
  return { next: (after) => (instant !== undefined && instant > after ? instant : undefined) };
}

const kinds: Record<string, (body: string, timezone: string) => Schedule> = { rate, cron, at };

/**
 * Reads a schedule expression: `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)`, `at(2026-11-20T13:00:00)`.
 * @param timezone IANA zone; rules of EventBridge always use UTC.
 * @throws Error with the expression when EventBridge would refuse it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function parseSchedule(expression: string, timezone = "UTC"): Schedule {
  const match = /^(\w+)\((.*)\)$/.exec(expression.trim());
  const kind = kinds[match?.[1] ?? ""];
  if (!match || !kind) throw new Error(`"${expression}" is neither rate(...), cron(...) nor at(...)`);
  return kind((match[2] ?? "").trim(), timezone);
}
