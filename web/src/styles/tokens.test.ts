import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** The colour of a token by day and by night. */
function token(name: string): Record<"light" | "dark", string> {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`tokens.css has no colour ${name}`);
  return { light: found[1], dark: found[2] };
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const surfaces = ["paper", "raised", "sunken"];
const texts: [text: string, on: string][] = [
  ...["ink", "soft", "cornflower", "cornflower-deep", "poppy", "leaf", "wheat"].flatMap((text) =>
    surfaces.map((surface): [string, string] => [text, surface]),
  ),
  ["ink", "cornflower-wash"],
  ["cornflower", "cornflower-wash"],
  ["on-cornflower", "cornflower"],
  ["on-cornflower", "cornflower-deep"],
  ...["wheat", "poppy", "leaf"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ["ink", `${tone}-wash`],
  ]),
  ["paper", "ink"],
];
const marks: [mark: string, on: string][] = [
  ["faint", "paper"],
  ["faint", "raised"],
  ["cornflower", "sunken"],
  ["cornflower", "raised"],
];

describe.each(["light", "dark"] as const)("the %s colours", (theme) => {
  it.each(texts)("let %s be read on %s (4.5:1)", (text, surface) => {
    expect(contrast(token(text)[theme], token(surface)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("let the mark %s be seen on %s (3:1)", (mark, surface) => {
    expect(contrast(token(mark)[theme], token(surface)[theme])).toBeGreaterThanOrEqual(3);
  });
});

const root = new URL("..", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(css|tsx)$/.test(path) && !path.endsWith("tokens.css"))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));

it("holds every colour: nothing else names one", () => {
  expect(sources.length).toBeGreaterThan(50);
  for (const { path, text } of sources) {
    const colours = text.match(/(?<![\w&/("'`#?])#(?:[0-9a-f]{3}|[0-9a-f]{6})\b|\brgba?\(/gi) ?? [];
    expect(colours, path).toEqual([]);
  }
});

it("defines every custom property that is used", () => {
  const defined = new Set([...css.matchAll(/^ {2}(--[a-z0-9-]+):/gm)].map(([, name]) => name));
  for (const { path, text } of sources) {
    const unknown = [...text.matchAll(/var\((--[a-z0-9-]+)/g)]
      .map(([, name]) => name)
      .filter((name) => !defined.has(name));
    expect(unknown, path).toEqual([]);
  }
});
