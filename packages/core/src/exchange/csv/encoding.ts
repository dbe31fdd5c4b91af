import { type Failure, invalid } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** The encodings in which a table is taken: what spreadsheets write today, and what they wrote in Ukraine before. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251";

/** Looks at a file's bytes as they pass and says at their end how the file is encoded. */
export interface EncodingProbe {
  add(bytes: Uint8Array): void;
  /**
   * Fails for what is no text, for text in an encoding that is not certain, because guessing would spoil every post, and
   * for text that was spoiled so before it came.
   */
  decide(): Result<Encoding, Failure>;
}

/** How many bytes that are no UTF-8 are looked at, in the pieces in which they came. */
const sampleBytes = 131_072;

/** Spreadsheets' own formats, by their first bytes. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Begins to look at a file. */
export function encodingProbe(): EncodingProbe {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let head: readonly number[] = [];
  let isUtf8 = true;
  let isSpoiled = false;
  const sample: Uint8Array[] = [];
  let sampled = 0;
  const nuls = { even: 0, odd: 0 };
  let offset = 0;
  const decodes = (bytes?: Uint8Array) => {
    try {
      if (strict.decode(bytes, { stream: bytes !== undefined }).includes("\uFFFD")) isSpoiled = true;
      return true;
    } catch {
      return false;
    }
  };
  return {
    add: (bytes) => {
      if (head.length < 4) head = [...head, ...bytes.subarray(0, 4 - head.length)];
      bytes.forEach((byte, index) => {
        if (byte === 0) nuls[(offset + index) % 2 === 0 ? "even" : "odd"] += 1;
      });
      offset += bytes.length;
      if (sampled < sampleBytes && bytes.some((byte) => byte > 127)) {
        const piece = bytes.slice(0, sampleBytes - sampled);
        sample.push(piece);
        sampled += piece.length;
      }
      if (isUtf8) isUtf8 = decodes(bytes);
    },
    decide: () => {
      if (workbooks.some((start) => start.every((byte, index) => head[index] === byte))) {
        return err(invalid("csv-is-workbook"));
      }
      if (isUtf8 && isSpoiled) return err(invalid("csv-letters-lost"));
      if (head[0] === 0xff && head[1] === 0xfe) return ok("utf-16le");
      if (head[0] === 0xfe && head[1] === 0xff) return ok("utf-16be");
      const many = offset / 8;
      if (nuls.odd > many && nuls.even < many / 8) return ok("utf-16le");
      if (nuls.even > many && nuls.odd < many / 8) return ok("utf-16be");
      if (nuls.odd + nuls.even > 0) return err(invalid("csv-encoding-unknown"));
      if (isUtf8 && decodes()) return ok("utf-8");
      return isWindows1251(Buffer.concat(sample)) ? ok("windows-1251") : err(invalid("csv-encoding-unknown"));
    },
  };
}

const word = /[\p{L}’'ʼ-]+/gu;
const cyrillic = /[А-ЯҐЄІЇа-яґєіїЁёЎў]/;
const foreign = /[A-Za-zЂЃѓЌЋЏђќћџЉЊљњЈјЅѕ]/;

/**
 * Whether bytes that are no UTF-8 are certainly Cyrillic text in windows-1251: nearly every word with a byte above 127
 * is wholly of Ukrainian or Russian letters (Western text in one byte would mix alphabets within words), and small
 * letters prevail (KOI8-U read as windows-1251 has them the other way round). A piece may begin or end within a word.
 */
function isWindows1251(bytes: Uint8Array): boolean {
  const words = new TextDecoder("windows-1251").decode(bytes).match(word) ?? [];
  const letters = words.filter((it) => cyrillic.test(it) || /[^\p{ASCII}’ʼ]/u.test(it));
  const whole = letters.filter((it) => cyrillic.test(it) && !foreign.test(it));
  const text = whole.join("");
  const small = text.replace(/[^а-яґєії]/g, "").length;
  const capital = text.replace(/[^А-ЯҐЄІЇ]/g, "").length;
  return whole.length > 0 && whole.length >= letters.length * 0.95 && small > capital;
}
