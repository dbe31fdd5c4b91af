/**
 * The thread to go to from the open one by a step forth (1) or back (-1), or none. The order is that of the list when
 * the thread was opened (`order`): an answer moves a thread to the top and an end takes it away, and neither loses the
 * place. What is no longer in the list (`present`) is passed over; what has come since follows at the end.
 */
export function neighbour(
  order: readonly string[],
  present: readonly string[],
  openId: string | undefined,
  step: 1 | -1,
): string | undefined {
  const known = [...order, ...present.filter((id) => !order.includes(id))];
  const at = openId === undefined ? -1 : known.indexOf(openId);
  if (at === -1) return present[0];
  const further = step === 1 ? known.slice(at + 1) : known.slice(0, at).toReversed();
  return further.find((id) => present.includes(id));
}
