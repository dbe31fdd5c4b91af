/**
 * P(X >= count) of a negative binomial variable with mean `mean` and variance `mean * dispersion`; of a Poisson variable
 * where `dispersion` is 1. Counts of messages come in clumps (one sharp post brings ten answers), so their variance is
 * greater than a Poisson's; the negative binomial is the usual model of that.
 */
export function countTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  let term: number;
  let next: (k: number) => number;
  if (dispersion <= 1.000001) {
    term = Math.exp(-mean);
    next = (k) => mean / (k + 1);
  } else {
    const size = mean / (dispersion - 1);
    const share = 1 - 1 / dispersion;
    term = (1 / dispersion) ** size;
    next = (k) => ((size + k) / (k + 1)) * share;
  }
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= next(k);
  }
  return Math.max(0, 1 - below);
}
