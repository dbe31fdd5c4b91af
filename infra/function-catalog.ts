/**
 * Who calls a function: a person or a platform who waits (`http`), a queue, a clock, a bus. What clocks and buses call
 * has nobody to hear of a failure, so after its last attempt the event goes to a dead-letter queue.
 */
export type Caller = "http" | "queue" | "schedule" | "bus";

/** What one function is: its code, its size, its patience. */
export type FunctionSpec = {
  /** Construct id and, with the stage before it, the function's name. */
  readonly id: string;
  readonly handler: string;
  readonly calledBy: Caller;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly logRetentionDays: 14 | 30 | 90;
};

/**
 * Every function of the product. Memory also sets the share of a CPU: what a person or a platform waits for gets more
 * of it, and rendering a report needs the memory itself.
 */
export const functionCatalog = {
  hooks: {
    id: "Hooks",
    handler: "functions/hooks/receive.handler",
    calledBy: "http",
    description: "Takes a platform's delivery, checks its signature, queues it",
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    logRetentionDays: 30,
  },
  hooksPush: {
    id: "HooksPush",
    handler: "functions/hooks/receive-push.handler",
    calledBy: "http",
    description: "Takes what a message broker pushes, checks its token, queues it",
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    logRetentionDays: 30,
  },
  intake: {
    id: "Intake",
    handler: "functions/queues/intake.handler",
    calledBy: "queue",
    description: "Parses deliveries, stores each item once, classifies it",
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    logRetentionDays: 30,
  },
  tick: {
    id: "Tick",
    handler: "functions/schedules/tick.handler",
    calledBy: "schedule",
    description: "Enqueues publications due in the next minutes, sweeps the overdue",
    // For its share of a processor: ten thousand due in one minute are written in time.
    memoryMegabytes: 1024,
    timeoutSeconds: 50,
    logRetentionDays: 14,
  },
  publish: {
    id: "Publish",
    handler: "functions/queues/publish.handler",
    calledBy: "queue",
    description: "Claims a publication and takes its steps on the platform",
    memoryMegabytes: 512,
    timeoutSeconds: 90,
    logRetentionDays: 90,
  },
  scheduleReconcile: {
    id: "ScheduleReconcile",
    handler: "functions/schedules/reconcile.handler",
    calledBy: "schedule",
    description: "Enqueues what has to be compared with the platforms",
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    logRetentionDays: 14,
  },
  reconcile: {
    id: "Reconcile",
    handler: "functions/queues/reconcile.handler",
    calledBy: "queue",
    description: "Settles unconfirmed publications, fetches what webhooks missed",
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    logRetentionDays: 90,
  },
  respond: {
    id: "Respond",
    handler: "functions/queues/respond.handler",
    calledBy: "queue",
    description: "Sends replies, hides, likes, deletes, review answers",
    memoryMegabytes: 512,
    timeoutSeconds: 30,
    logRetentionDays: 90,
  },
  refresh: {
    id: "Refresh",
    handler: "functions/schedules/refresh.handler",
    calledBy: "schedule",
    description: "Renews channels' tokens before they expire",
    memoryMegabytes: 256,
    timeoutSeconds: 120,
    logRetentionDays: 90,
  },
  scheduleMeasure: {
    id: "ScheduleMeasure",
    handler: "functions/schedules/measure.handler",
    calledBy: "schedule",
    description: "Enqueues the channels whose figures are due",
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    logRetentionDays: 14,
  },
  measure: {
    id: "Measure",
    handler: "functions/queues/measure.handler",
    calledBy: "queue",
    description: "Fetches the figures that a platform reports about a channel",
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    logRetentionDays: 30,
  },
  rollup: {
    id: "Rollup",
    handler: "functions/queues/rollup.handler",
    calledBy: "queue",
    description: "Recounts dirty buckets and what depends on them",
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    logRetentionDays: 30,
  },
  react: {
    id: "React",
    handler: "functions/events/react.handler",
    calledBy: "bus",
    description: "What follows from domain events",
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    logRetentionDays: 30,
  },
  scheduleReport: {
    id: "ScheduleReport",
    handler: "functions/schedules/report.handler",
    calledBy: "schedule",
    description: "Enqueues the reports due at their workspace's local time",
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    logRetentionDays: 14,
  },
  report: {
    id: "Report",
    handler: "functions/queues/report.handler",
    calledBy: "queue",
    description: "Builds a report and mails it to each reader once",
    memoryMegabytes: 1024,
    timeoutSeconds: 120,
    logRetentionDays: 90,
  },
  reportPreview: {
    id: "ReportPreview",
    handler: "functions/api/report-preview.handler",
    calledBy: "http",
    description: "Shows a report as its readers would get it",
    memoryMegabytes: 1024,
    timeoutSeconds: 20,
    logRetentionDays: 30,
  },
  schedulePlan: {
    id: "SchedulePlan",
    handler: "functions/schedules/plan.handler",
    calledBy: "schedule",
    description: "Enqueues the planning that is due: series, evergreen posts",
    memoryMegabytes: 256,
    timeoutSeconds: 60,
    logRetentionDays: 14,
  },
  plan: {
    id: "Plan",
    handler: "functions/queues/plan.handler",
    calledBy: "queue",
    description: "Puts planned posts on the calendar: series, evergreen posts, tables, feeds",
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    logRetentionDays: 30,
  },
  mailEvents: {
    id: "MailEvents",
    handler: "functions/events/mail.handler",
    calledBy: "bus",
    description: "Keeps deliveries, bounces and complaints of sent mail",
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    logRetentionDays: 90,
  },
  api: {
    id: "Api",
    handler: "functions/api/main.handler",
    calledBy: "http",
    description: "The HTTP API of the dashboard and the short links",
    memoryMegabytes: 1024,
    timeoutSeconds: 28,
    logRetentionDays: 30,
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functionCatalog;

export const functionNames = Object.keys(functionCatalog) as FunctionName[];
