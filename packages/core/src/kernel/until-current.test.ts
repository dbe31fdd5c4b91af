import { expect, it } from "vitest";
import { outdated, untilCurrent } from "./until-current.ts";

/** A number that others write first, so many times. */
function contested(others: number) {
  let stored = { value: 0, version: 1 };
  let left = others;
  return {
    read: () => stored,
    save: (value: number, version: number): boolean => {
      if (left-- > 0) stored = { value: stored.value + 10, version: stored.version + 1 };
      if (version !== stored.version) return false;
      stored = { value, version: version + 1 };
      return true;
    },
  };
}

const addOne = (item: ReturnType<typeof contested>) => async () => {
  const { value, version } = item.read();
  return item.save(value + 1, version) ? value + 1 : outdated;
};

it.each([0, 1, 19])("makes the change on what %i others have left", async (others) => {
  const item = contested(others);
  expect(await untilCurrent("A number", addOne(item))).toBe(others * 10 + 1);
  expect(item.read().value).toBe(others * 10 + 1);
});

it("gives up, by name, when somebody writes without end", async () => {
  await expect(untilCurrent("A number", addOne(contested(20)))).rejects.toThrow(
    "A number changes faster than it can be stored",
  );
  await expect(untilCurrent("A number", addOne(contested(3)), 3)).rejects.toThrow("A number changes");
});

it("takes any other answer as it is, and throws what an attempt throws, at once", async () => {
  let attempts = 0;
  expect(await untilCurrent("A number", async () => null)).toBeNull();
  const broken = async () => {
    attempts += 1;
    throw new Error("no table");
  };
  await expect(untilCurrent("A number", broken)).rejects.toThrow("no table");
  expect(attempts).toBe(1);
});
