import { createHash } from "node:crypto";
import type { Failure } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { columnOf } from "../columns.ts";
import { type Dialect, dialectOf } from "../csv/dialect.ts";
import { type Encoding, encodingProbe } from "../csv/encoding.ts";
import { importFileDiffers } from "../errors.ts";
import type { Import } from "./model.ts";

/** How a file is to be read. */
export interface TableForm {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
}

/** How much of a file's beginning is looked at for its first line, bytes. */
const beginningBytes = 65_536;

/** Passes over a file once: whether it is the one that was announced, its encoding, and how its cells are separated. */
export async function inspectTable(
  item: Pick<Import, "sha256">,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<TableForm, Failure>> {
  const digest = createHash("sha256");
  const probe = encodingProbe();
  let beginning = Buffer.alloc(0);
  for await (const chunk of bytes) {
    digest.update(chunk);
    probe.add(chunk);
    if (beginning.length < beginningBytes) beginning = Buffer.concat([beginning, chunk]).subarray(0, beginningBytes);
  }
  if (digest.digest("hex") !== item.sha256) return err(importFileDiffers());
  const encoding = probe.decide();
  if (!encoding.ok) return encoding;
  const text = new TextDecoder(encoding.value).decode(beginning);
  return ok({ encoding: encoding.value, dialect: dialectOf(text, (name) => columnOf(name) !== undefined) });
}
