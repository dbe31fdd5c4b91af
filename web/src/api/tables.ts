import { err, ok } from "#core/kernel/result.ts";
import { language, t } from "../language.ts";
import type { Answer, Problem } from "./client.ts";

/** What a table is of. */
export type TableArea = "budget" | "leads" | "review-requests" | "reviews";

export interface TableCheck {
  readonly good: number;
  readonly bad: number;
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
  readonly problems: readonly { readonly row: number; readonly problems: readonly string[] }[];
}

/** Reads a table without storing anything. */
export const checkTable = (area: TableArea, file: File): Promise<Answer<TableCheck>> => send(area, file, "check");

/** Stores a table's good rows, some at a time; `onDone` hears how many are stored so far. */
export async function runTable(area: TableArea, file: File, onDone: (count: number) => void): Promise<Answer<number>> {
  let done = 0;
  let from: number | undefined = 0;
  while (from !== undefined) {
    const answer: Answer<{ imported: number; next?: number }> = await send(area, file, `run?from=${from}`);
    if (!answer.ok) return answer;
    done += answer.value.imported;
    onDone(done);
    from = answer.value.next;
  }
  return ok(done);
}

async function send<T>(area: TableArea, file: File, what: string): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/${area}/import/${what}`, {
      method: "POST",
      // As bytes: text arrives as UTF-8, and spreadsheets write other encodings too.
      headers: {
        "content-type": "application/octet-stream",
        "accept-language": language.value,
        "x-dopys-request": "1",
      },
      body: file,
    });
    if (response.ok) return ok((await response.json()) as T);
    const { error } = (await response.json()) as { error: Problem };
    return err({ status: response.status, ...error });
  } catch {
    return err({ status: 0, code: "unreachable", ...t().common.unreachable });
  }
}
