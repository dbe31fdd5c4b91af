import {
  type CancelDeps,
  enqueueDue,
  type HandlePublishDeps,
  handlePublishMessage,
  type PublishMessage,
  type ReviseDeps,
  type ScheduleDeps,
  type SettleDeps,
  type SettleMessage,
  settleUnconfirmed,
} from "#core/publishing/index.ts";

/** All that publishing is given, as one process sees it. */
export type EngineDeps = HandlePublishDeps & SettleDeps & ScheduleDeps & ReviseDeps & CancelDeps;

/** How a message came. */
export interface Delivery {
  readonly redelivered: boolean;
}

/** What the harness tries: the three functions that publish. What they return is their own affair; a throw is a retry. */
export interface Engine {
  readonly name: string;
  /** Hands out what is due; runs every minute. */
  tick(deps: EngineDeps): Promise<unknown>;
  /** Works one message of the publish queue. */
  publish(deps: EngineDeps, message: PublishMessage, delivery: Delivery): Promise<unknown>;
  /** Works one message about an unconfirmed publication. */
  settle(deps: EngineDeps, message: SettleMessage, delivery: Delivery): Promise<unknown>;
}

/** The product's own. */
export const dopysEngine: Engine = {
  name: "dopys",
  tick: enqueueDue,
  publish: handlePublishMessage,
  settle: settleUnconfirmed,
};
