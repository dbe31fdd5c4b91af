/**
 * A rate as people type it, with spaces and a comma or a point, as the decimal number that is stored, digit for digit;
 * `null` for what is none.
 */
export function typedRate(text: string): string | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace(/^0+(?=\d)/, "");
  return /^\d{1,6}(\.\d{1,9})?$/.test(plain) && /[1-9]/.test(plain) ? plain : null;
}
