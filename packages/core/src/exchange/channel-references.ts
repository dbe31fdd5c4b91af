/** As much of a channel as a table knows it by. */
export interface NamedChannel {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
}

const fold = (text: string): string => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("uk");
const withPlatform = ({ name, platform }: NamedChannel): string => `${name} (${platform})`;

/** The channels that a cell may mean: by name, by `name (platform)`, or by id. More than one when the name is shared. */
export function channelsMeant<T extends NamedChannel>(channels: readonly T[], reference: string): readonly T[] {
  const wanted = fold(reference);
  const exact = channels.filter((channel) => channel.id === reference.trim() || fold(withPlatform(channel)) === wanted);
  return exact.length > 0 ? exact : channels.filter((channel) => fold(channel.name) === wanted);
}

/** The shortest way to write a channel that `channelsMeant` reads as this one only. */
export function channelReference(channels: readonly NamedChannel[], channel: NamedChannel): string {
  const ways = [channel.name, withPlatform(channel)];
  return ways.find((way) => channelsMeant(channels, way).length === 1) ?? channel.id;
}
