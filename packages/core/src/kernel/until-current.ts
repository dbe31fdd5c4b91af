/** What an attempt answers when somebody else wrote between its read and its write. */
export const outdated = Symbol("outdated");

/**
 * Makes a change on whatever is stored by now. `attempt` reads, decides, and writes on the condition that nobody else
 * wrote meanwhile; where somebody did it answers `outdated` and is run again, from its read on. Everything else that it
 * answers is the answer; what it throws is thrown. After `most` attempts somebody writes without end: throws an error that
 * begins with `what`, so that a queue tries later.
 */
export async function untilCurrent<Answer>(
  what: string,
  attempt: () => Promise<Answer | typeof outdated>,
  most = 20,
): Promise<Answer> {
  for (let count = 0; count < most; count += 1) {
    const answer = await attempt();
    if (answer !== outdated) return answer;
  }
  throw new Error(`${what} changes faster than it can be stored`);
}
