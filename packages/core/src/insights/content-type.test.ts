import { expect, it } from "vitest";
import { contentTypeOf } from "./content-type.ts";

const image = { kind: "image" } as const;
const video = { kind: "video" } as const;

it.each([
  ["text", { media: [] }],
  ["link", { media: [], link: "https://lystok.example" }],
  ["image", { media: [image], link: "https://lystok.example" }],
  ["carousel", { media: [image, image] }],
  ["video", { media: [video] }],
  ["video", { media: [video], format: "reel" }],
  ["story", { media: [video], format: "story" }],
  ["story", { media: [image], format: "story" }],
] as const)("counts as %s", (expected, content) => {
  expect(contentTypeOf(content)).toBe(expected);
});
