import { Readable } from "node:stream";
import Papa from "papaparse";
import { type Failure, invalid } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Dialect, isDeclaration } from "./dialect.ts";

/** Some records of a table, each the texts of its cells; `first` is the number of the first, counted from 1. */
export interface Records {
  readonly first: number;
  readonly cells: readonly (readonly string[])[];
}

/**
 * Reads a table as its text arrives and hands its records on in batches, the next not before the last is done with: so
 * memory holds one batch, whatever the length of the file. Fails with the number of the record whose quotation marks
 * are broken, because everything after it would be cut wrongly, and with the failure that `take` answers, which ends the
 * reading; what it throws is thrown. A declaration of the separator is no record.
 */
export function readRecords(
  text: AsyncIterable<string>,
  dialect: Dialect,
  take: (records: Records) => Promise<Failure | null>,
): Promise<Result<void, Failure>> {
  return new Promise((resolve, reject) => {
    const input = Readable.from(text, { highWaterMark: 1 });
    let count = 0;
    let begun = false;
    Papa.parse<string[]>(input, {
      ...dialect,
      chunk: ({ data: read, errors }, parser) => {
        const skipped = !begun && read[0] && isDeclaration(read[0], dialect) ? 1 : 0;
        begun ||= read.length > 0;
        const data = read.slice(skipped);
        const end = () => {
          parser.abort();
          input.destroy();
        };
        const stop = (failure: Failure) => {
          resolve(err(failure));
          end();
        };
        // An error in a record that is not among the data is of its half that has arrived; it is read again whole.
        const broken = errors.find(({ type, row }) => type === "Quotes" && row !== undefined && row < read.length);
        if (broken)
          return stop(invalid("csv-broken-quotes", { params: { row: count + (broken.row ?? 0) + 1 - skipped } }));
        if (data.length === 0) return;
        const records = { first: count + 1, cells: data };
        count += data.length;
        // The parser would pause alone and let the text pile up before it.
        input.pause();
        parser.pause();
        take(records).then(
          (failure) => {
            if (failure) return stop(failure);
            parser.resume();
            input.resume();
          },
          (error) => {
            reject(error);
            end();
          },
        );
      },
      complete: () => resolve(ok(undefined)),
      error: reject,
    });
  });
}

/** The text of a file's bytes; a byte order mark is not part of it. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
