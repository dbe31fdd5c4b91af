import { expect, test } from "vitest";
import { type Pair, scoresOf } from "./scores.ts";

// 4 are good, 3 of them found; 2 are bad, 1 found; 1 is so-so, taken for bad.
const pairs: Pair[] = [
  ["good", "good"],
  ["good", "good"],
  ["good", "good"],
  ["good", "bad"],
  ["bad", "bad"],
  ["bad", "good"],
  ["so-so", "bad"],
];

test("precision, recall and F1 of each class are as reckoned by hand", () => {
  const { classes } = scoresOf(pairs, ["good", "bad", "so-so"]);
  expect(classes.good).toEqual({ precision: 3 / 4, recall: 3 / 4, f1: 3 / 4, support: 4 });
  expect(classes.bad).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 2 / 5, support: 2 });
  expect(classes["so-so"]).toEqual({ precision: 0, recall: 0, f1: 0, support: 1 });
});

test("macro-F1 is the plain mean over the classes, accuracy the share that is right", () => {
  const { macroF1, accuracy } = scoresOf(pairs, ["good", "bad", "so-so"]);
  expect(macroF1).toBeCloseTo((0.75 + 0.4 + 0) / 3, 12);
  expect(accuracy).toBeCloseTo(4 / 7, 12);
});

test("the confusion table says what each class was taken for", () => {
  expect(scoresOf(pairs, ["good", "bad", "so-so"]).confusion).toEqual({
    good: { good: 3, bad: 1, "so-so": 0 },
    bad: { good: 1, bad: 1, "so-so": 0 },
    "so-so": { good: 0, bad: 1, "so-so": 0 },
  });
});

test("a class that nobody wanted but was answered pulls the mean down; one that never occurs doesn't", () => {
  const scores = scoresOf([...pairs, ["good", "odd"]], ["good", "bad", "so-so", "odd", "never"]);
  expect(scores.classes.odd).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  expect(scores.classes.never).toBeUndefined();
  expect(scores.macroF1).toBeCloseTo((6 / 9 + 0.4 + 0 + 0) / 4, 12);
});

test("nothing scores nothing", () => {
  expect(scoresOf([], ["good"])).toEqual({ accuracy: 0, macroF1: 0, classes: {}, confusion: {} });
});
