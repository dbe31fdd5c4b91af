/** A queue that delivers each message at least once, in no particular order. */
export interface Queue<Message> {
  /**
   * Sends one message. `delayMs` (0 to 900,000) holds it back so that it arrives at, or up to a second after, that
   * delay: queues count whole seconds, so the sender rounds up.
   */
  send(message: Message, options?: { delayMs?: number }): Promise<void>;
  /** Sends many messages, in as few calls as the queue allows. */
  sendAll(messages: readonly { message: Message; delayMs?: number }[]): Promise<void>;
}
