import { parseArgs } from "node:util";

export interface StartArguments {
  readonly port: number;
  readonly fresh: boolean;
  /** The folder for everything that is kept; by default `.dopys` in the project. */
  readonly data?: string;
}

/** Reads the start command's arguments; a mistake is an error that says what is allowed. */
export function readStartArguments(argv: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: "string", default: "8787" },
      fresh: { type: "boolean", default: false },
      data: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535 (0 finds a free one), not "${values.port}".`);
  }
  return { port, fresh: values.fresh, ...(values.data && { data: values.data }) };
}

/** What `parse` makes of a command's options; a mistake is told together with how it is called, and ends it with 2. */
export function readOptions<Values>(usage: string, parse: () => { values: Values }): Values {
  try {
    return parse().values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return process.exit(2);
  }
}
