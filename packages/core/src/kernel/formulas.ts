/**
 * Characters with which a cell becomes a formula in a spreadsheet, the full-width ones included
 * (OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection).
 */
const active = "=+\\-@\\t\\r\\n＝＋－＠";
const dangerous = new RegExp(`^'*[${active}]`);
const disarmed = new RegExp(`^'+[${active}]`);

/** The cell as text in any spreadsheet: an apostrophe stands before what would be a formula. */
export const disarmFormula = (cell: string): string => (dangerous.test(cell) ? `'${cell}` : cell);

/** The cell without that apostrophe: `rearm(disarmFormula(cell)) === cell` for every text. */
export const restoreFormula = (cell: string): string => (disarmed.test(cell) ? cell.slice(1) : cell);
