/** Whether an error says of itself that the same work will fail the same way every time. */
export const isHopeless = (error: unknown): boolean =>
  error instanceof Error && "hopeless" in error && error.hopeless === true;
