export * from "./measure-visits.ts";
export * from "./messages.ts";
export * from "./model.ts";
export { measureVisitHistory, measureVisitsNow, planVisits } from "./plan-visits.ts";
export * from "./ports.ts";
export * from "./read-visits.ts";
export * from "./report.ts";
export { sessionsByDay, sumBetween } from "./sums.ts";
export * from "./visit-origins.ts";
