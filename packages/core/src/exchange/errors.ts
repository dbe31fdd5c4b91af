import { conflict, type Failure, invalid, tooLarge } from "../kernel/failure.ts";

/** The file is larger than an import takes. */
export const importTooLarge = (actual: number, allowed: number): Failure =>
  tooLarge("import-too-large", { field: "bytes", params: { actual, allowed } });

/** The file has more rows than an import takes. */
export const importTooManyRows = (allowed: number): Failure => invalid("import-too-many-rows", { params: { allowed } });

/** The file that arrived is another than was announced. */
export const importFileDiffers = (): Failure => invalid("import-file-differs");

/** The file holds no row below its heading. */
export const importEmpty = (): Failure => invalid("import-empty");

/** What was asked for does not go while the import is where it is. */
export const importStateRefuses = (state: string): Failure => conflict("import-state-refuses", { params: { state } });

/** The file has bad rows, and it was not chosen to skip them. */
export const importHasBadRows = (bad: number): Failure => conflict("import-has-bad-rows", { params: { count: bad } });

/** No row of the file is good. */
export const importHasNoGoodRows = (): Failure => conflict("import-has-no-good-rows");

/** The member who started it may not write any more. */
export const importMemberGone = (): Failure => conflict("import-member-gone");

/** The checked rows are not kept any more. */
export const importRowsGone = (): Failure => conflict("import-rows-gone");

/** The period has more publications than one calendar file takes. */
export const exportTooLarge = (allowed: number): Failure => invalid("export-too-large", { params: { allowed } });
