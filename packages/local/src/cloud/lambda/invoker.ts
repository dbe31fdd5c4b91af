/** How one invocation of a function ended: its answer, or the error Lambda would report. */
export type Invocation =
  | { ok: true; value: unknown; durationMs: number }
  | {
      ok: false;
      /** `Error` class thrown by the handler, or Lambda's own: `Sandbox.Timedout`, `TooManyRequestsException`, `Runtime.ExitError`. */
      errorType: string;
      message: string;
    };

/** Calls the functions of the played template by their ARN. */
export interface Invoker {
  /** Synchronous invocation: resolves when the handler ended. Never rejects for what the function did; rejects for an ARN the template lacks. */
  invoke(functionArn: string, event: unknown): Promise<Invocation>;
  /** Asynchronous invocation: resolves as soon as the event is accepted; failures are retried twice, then go to the function's on-failure destination or dead-letter queue. */
  invokeAsync(functionArn: string, event: unknown): Promise<void>;
}
