export {
  addBusinessTime,
  type BusinessHours,
  businessTimeBetween,
  defaultBusinessHours,
  defaultResponseTargetMs,
} from "./business-hours.ts";
export { classify } from "./classify/classify.ts";
export * from "./classify/model.ts";
export * from "./events.ts";
export * from "./identity.ts";
export * from "./messages.ts";
export * from "./model.ts";
export type { Outgoing, OutgoingKind, OutgoingState } from "./outgoing.ts";
export { outgoingSchema } from "./outgoing.ts";
export * from "./ports.ts";
export * from "./receive-delivery.ts";
