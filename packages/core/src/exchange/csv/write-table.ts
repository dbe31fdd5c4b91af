import Papa from "papaparse";
import { disarmFormula } from "../../kernel/formulas.ts";

/** By this mark Excel knows that a file is UTF-8. */
export const byteOrderMark = "\uFEFF";

/** Lines of a table: every cell in quotation marks and harmless in a spreadsheet, every line ended by CRLF (RFC 4180). */
export const tableLines = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : `${Papa.unparse(
        rows.map((row) => row.map(disarmFormula)),
        { quotes: true, newline: "\r\n" },
      )}\r\n`;
