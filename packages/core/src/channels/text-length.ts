import type { TextLimit } from "./manifest.ts";

const segmenter = new Intl.Segmenter();

const lengthIn: Readonly<Record<TextLimit["unit"], (text: string) => number>> = {
  characters: (text) => [...text].length,
  utf16: (text) => text.length,
  graphemes: (text) => [...segmenter.segment(text)].length,
};

/** How long a text is in the unit in which a platform counts. */
export const textLength = (unit: TextLimit["unit"], text: string): number => lengthIn[unit](text);
