import { type Failure, invalid } from "../../kernel/failure.ts";
import type { Result } from "../../kernel/result.ts";
import { readSmallTable, type SmallTable } from "../csv/read-table.ts";
import { leadColumns } from "./lead-columns.ts";
import { type LeadRowTerms, type LeadTableRow, readLeadRow } from "./lead-row.ts";

/** Reads a table of leads whole. Fails for one in which nobody could be recognised. */
export const readLeadTable = (
  bytes: Uint8Array,
  terms: LeadRowTerms,
): Promise<Result<SmallTable<LeadTableRow>, Failure>> =>
  readSmallTable(bytes, {
    columns: leadColumns,
    lacking: (has) => (has("name") || has("email") || has("phone") ? undefined : invalid("csv-no-person-column")),
    readRow: (cellOf) => readLeadRow(cellOf, terms),
  });
