import { handleRollupMessage, rollupMessageSchema } from "#core/insights/index.ts";
import { buckets, channels, dirtyMarks, measurements, raw, samples, workspaces } from "../runtime.ts";
import { consume } from "./consume.ts";

/** Counts figures anew where something changed. */
export const handler = consume(rollupMessageSchema, (message) =>
  handleRollupMessage(
    {
      workspaces: workspaces(),
      channels: channels(),
      marks: dirtyMarks(),
      raw: raw(),
      measurements: measurements(),
      samples: samples(),
      buckets: buckets(),
    },
    message,
  ),
);
