import { expect, it } from "vitest";
import { manifests } from "./catalog.ts";
import { paceOf } from "./paces.ts";

it.each(manifests)("knows the pace of $name", ({ platform, pace }) => {
  expect(paceOf(platform)).toBe(pace);
});
