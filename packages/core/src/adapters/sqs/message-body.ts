/**
 * A message as JSON that a queue takes whatever it says: SQS refuses U+FFFE and U+FFFF and halves of surrogate pairs,
 * which people's texts may hold, and the engine of the local cloud refuses every letter beyond the first plane. JSON has
 * escapes for them. Source: "Amazon SQS API Reference: SendMessage".
 */
export const messageBody = (message: unknown): string =>
  JSON.stringify(message).replace(
    /[\uD800-\uDFFF\uFFFE\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
