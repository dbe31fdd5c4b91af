/*
 * Student's t by its normal approximations (Abramowitz & Stegun, "Handbook of Mathematical Functions", 26.7.5 and 26.7.8):
 * good to two decimals from four degrees of freedom on, which is as much as a forecast from a few weeks can carry.
 */

/** The standard normal's z with 90 % below it. */
const z90 = 1.2815515655446004;

/** The t with 90 % below it, for `freedom` of at least 3: its negative and it hold 80 % between them. */
export function t90(freedom: number): number {
  const z = z90;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** The share of a t distribution below `t`, 0..1. */
export function shareBelow(t: number, freedom: number): number {
  return normalBelow((t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + t ** 2 / (2 * freedom)));
}

/** The share of the standard normal below `z` (Abramowitz & Stegun 26.2.17, wrong by less than 1e-7). */
function normalBelow(z: number): number {
  const k = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    Math.exp(-(z ** 2) / 2) *
    0.3989422804014327 *
    k *
    (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
