/** Up to the first comma: platforms name a region or a country after it, each another one. */
const ownName = (name: string): string => name.split(",", 1)[0]?.trim() ?? name;

/**
 * The cities that one channel tells, each under its own name, so that "Kyiv, Ukraine" of one platform and "Kyiv, Kyiv" of
 * another are one city; where the channel tells two of the same name, both keep what tells them apart.
 */
export function cityNames(told: readonly string[]): ReadonlyMap<string, string> {
  const namesakes = new Set(told.map(ownName).filter((name, index, all) => all.indexOf(name) !== index));
  return new Map(told.map((name) => [name, namesakes.has(ownName(name)) ? name : ownName(name)]));
}
