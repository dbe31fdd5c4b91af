import { inflateSync } from "node:zlib";

/** What can be selected on one page of a PDF, a line each time it says so; see `pdfPages`. */
export type PdfPage = readonly string[];

/**
 * The text of a PDF as a reader would copy it: content streams are unpacked and their glyphs turned to letters by the
 * fonts' own `ToUnicode` maps. Knows as much of PDF (ISO 32000-1, 7 and 9) as pdfkit writes.
 */
export function pdfPages(bytes: Uint8Array): readonly PdfPage[] {
  const objects = readObjects(Buffer.from(bytes));
  const maps = new Map<string, ReadonlyMap<string, string>>();
  const fontsOf = (page: string): ReadonlyMap<string, string> => {
    const resources = /\/Resources (\d+) 0 R/.exec(page)?.[1];
    const fonts = /\/Font\s*<<([^>]*)>>/.exec(objects.get(resources ?? "")?.dictionary ?? "")?.[1] ?? "";
    return new Map([...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, id]));
  };
  const mapOf = (font: string): ReadonlyMap<string, string> => {
    const known = maps.get(font);
    if (known) return known;
    const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? "")?.[1] ?? "";
    const made = readMap(objects.get(id)?.stream ?? "");
    maps.set(font, made);
    return made;
  };
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const fonts = fontsOf(dictionary);
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? "")?.stream ?? "";
      return readLines(content, (name) => mapOf(fonts.get(name) ?? ""));
    });
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

function readObjects(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = "", body = ""] = found;
    const [dictionary = "", raw] = body.split(/\nstream\n/, 2);
    const packed = raw === undefined ? undefined : Buffer.from(raw.replace(/\nendstream$/, ""), "latin1");
    const isPacked = dictionary.includes("/FlateDecode") && !dictionary.includes("/Subtype /Image");
    const stream = packed && isPacked && !dictionary.includes("/Length1") ? inflateSync(packed).toString("latin1") : "";
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

/** Glyph to letters, both as hexadecimal in the map. */
function readMap(stream: string): ReadonlyMap<string, string> {
  const letters = (hex: string) => Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le");
  const map = new Map<string, string>();
  for (const [, first = "", , list = ""] of stream.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const from = Number.parseInt(first, 16);
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ""], index) => {
      map.set((from + index).toString(16).padStart(4, "0"), letters(hex));
    });
  }
  return map;
}

function readLines(content: string, mapOf: (font: string) => ReadonlyMap<string, string>): string[] {
  let font: ReadonlyMap<string, string> = new Map();
  const lines: string[] = [];
  for (const [whole, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = mapOf(name);
    else if (whole) {
      const glyphs = [...(shown ?? "").matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
      lines.push(glyphs.map((glyph) => font.get(glyph.toLowerCase()) ?? "\uFFFD").join(""));
    }
  }
  return lines;
}
