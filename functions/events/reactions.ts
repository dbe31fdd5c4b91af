/** What follows from an event, by its type. */
export type Reactions = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

/** Does everything that follows from an event; what breaks off does not keep the rest from being done. Throws afterwards. */
export async function reactTo(sets: readonly Reactions[], type: string, event: unknown): Promise<void> {
  const outcomes = await Promise.allSettled(sets.map(async (reactions) => reactions[type]?.(event)));
  const broken = outcomes.find((outcome) => outcome.status === "rejected");
  if (broken) throw broken.reason;
}
