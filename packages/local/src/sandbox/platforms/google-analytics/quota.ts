import { dayOf } from "#core/kernel/time.ts";
import { GoogleError } from "../../google/google-error.ts";
import type { Property } from "./model.ts";
import type { World } from "./world.ts";

/** Spends a property's tokens for a report of so many rows and says what is left; refuses where nothing is. */
export function spend(world: World, { id }: Property, rows: number): object {
  const now = world.clock.nowMs();
  const { tokensPerHour, tokensPerDay } = world.currentSettings();
  const consumed = 5 + Math.ceil(rows / 500);
  const windows = [
    { name: "tokensPerHour", key: `${id}/hour/${Math.floor(now / 3_600_000)}`, most: tokensPerHour },
    { name: "tokensPerDay", key: `${id}/day/${dayOf(now, "America/Los_Angeles")}`, most: tokensPerDay },
  ].map((window) => ({ ...window, spent: world.spent.get(window.key)?.tokens ?? 0 }));
  const empty = windows.find(({ spent, most }) => spent >= most);
  if (empty) throw new GoogleError("RESOURCE_EXHAUSTED", `Exhausted property tokens (${empty.name}).`);
  const quota = windows.map(({ name, key, spent, most }) => {
    world.spent.put({ id: key, tokens: spent + consumed });
    return [name, { consumed, remaining: Math.max(0, most - spent - consumed) }];
  });
  return Object.fromEntries(quota);
}
