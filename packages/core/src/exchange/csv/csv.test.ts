import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreFormula } from "../../kernel/formulas.ts";
import { unwrap } from "../../kernel/result.ts";
import { dialectOf } from "./dialect.ts";
import { encodingProbe } from "./encoding.ts";
import { readList, writeList } from "./list-cell.ts";
import { decoded, readRecords } from "./read-records.ts";
import { byteOrderMark, tableLines } from "./write-table.ts";

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, { size = 7, delimiter = ",", newline = "\r\n", encoding = "utf-8" } = {}) {
  const rows: string[][] = [];
  const dialect = { delimiter, newline } as Parameters<typeof readRecords>[1];
  const result = await readRecords(decoded(pieces(bytes, size), encoding), dialect, async ({ first, cells }) => {
    expect(first).toBe(rows.length + 1);
    rows.push(...cells.map((row) => [...row]));
    return null;
  });
  return { rows, result };
}

const cell = fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.toWellFormed());
const spicy = fc.oneof(
  cell,
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\r", "\n", "'", "=", "+", "-", "@", "＝", "й") }),
);
const width = fc.integer({ min: 2, max: 4 });
const table = width.chain((columns) =>
  fc.array(fc.array(spicy, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
);

describe("a table", () => {
  it("comes back as it was written, whatever its cells hold and wherever its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const bytes = Buffer.from(byteOrderMark + tableLines(rows), "utf8");
        const { rows: back, result } = await read(bytes, { size });
        expect(result.ok).toBe(true);
        expect(back.map((row) => row.map(restoreFormula))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it("starts no formula in any cell", () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of rows) {
          for (const text of row) expect(tableLines([[text]]).slice(1)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
    );
    expect(tableLines([["=1+2", "@x", "a=b", "'=1", "-5 %"]])).toBe(`"'=1+2","'@x","a=b","''=1","'-5 %"\r\n`);
  });

  it.each([
    ["a comma", "date,text\n", ",", "\n"],
    ["a semicolon", "date;text\r\n", ";", "\r\n"],
    ["a tab", "date\ttext\r1", "\t", "\r"],
    ["a semicolon though a name holds commas", '"text, long";date;x,y,z\n', ";", "\n"],
    ["the comma for one column", "text", ",", "\n"],
    ["what it declares, whatever its names hold", "\uFEFFsep=;\r\ndate,x;text,y,z\r\n", ";", "\r\n"],
    ["a line end within a name", '"te\nxt";date\r\n', ";", "\r\n"],
  ])("has its separator and line ends found: %s", (_, beginning, delimiter, newline) => {
    expect(dialectOf(beginning, (name) => ["date", "text"].includes(name))).toEqual({ delimiter, newline });
  });

  it("begins after the line by which a spreadsheet declares the separator, and only there", async () => {
    const text = "sep=;\ndate;text\nsep=;\n";
    const { rows } = await read(Buffer.from(text), { size: 3, delimiter: ";", newline: "\n" });
    expect(rows.slice(0, 2)).toEqual([
      ["date", "text"],
      ["sep=", ""],
    ]);
    const broken = await read(Buffer.from('sep=;\na;b\n"1"x;2\n'), { delimiter: ";", newline: "\n" });
    expect(broken.result).toMatchObject({ ok: false, error: { params: { row: 2 } } });
  });

  it.each([
    ["a quotation mark that never closes", 'a,b\n1,2\n3,"4\n5,6\n', 3],
    ["text after a closing quotation mark", 'a,b\n"1"x,2\n3,4\n', 2],
  ])("is refused with the row for %s", async (_, text, row) => {
    const { result } = await read(Buffer.from(text), { newline: "\n" });
    expect(result).toMatchObject({ ok: false, error: { code: "csv-broken-quotes", params: { row } } });
  });

  it("is read no faster than it is taken", async () => {
    let asked = 0;
    async function* endless() {
      for (; asked < 1000; asked += 1) yield "1,2\n";
    }
    let working = 0;
    const failure = new Error("enough");
    const reading = readRecords(endless(), { delimiter: ",", newline: "\n" }, async () => {
      working += 1;
      expect(working).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      working -= 1;
      if (asked > 100) throw failure;
      return null;
    });
    await expect(reading).rejects.toBe(failure);
    expect(asked).toBeLessThan(200);
  });
});

const windows1251 = (text: string): Uint8Array => {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map([...Array(256).keys()].map((code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from([...text].map((char) => codes.get(char) ?? 0x3f));
};
const koi8 = (text: string): Uint8Array => {
  const decoder = new TextDecoder("koi8-u");
  const codes = new Map([...Array(256).keys()].map((code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from([...text].map((char) => codes.get(char) ?? 0x3f));
};
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

const ukrainian = "дата;час;текст\n01.12.2026;10:00;Їжа, ґанок і «Осіннє меню» — Coffee & чай\n";

describe("the encoding of a table", () => {
  const utf16 = Buffer.from(ukrainian, "utf16le");
  it.each([
    ["UTF-8", Buffer.from(ukrainian), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(byteOrderMark + ukrainian), "utf-8"],
    ["plain ASCII", Buffer.from("date,text\n"), "utf-8"],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "utf-16le"],
    ["big-endian UTF-16 with a mark", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(utf16)]), "utf-16be"],
    ["UTF-16 of Latin text without a mark", Buffer.from("date,text\n1,hello\n", "utf16le"), "utf-16le"],
    ["big-endian UTF-16 without a mark", swapped(Buffer.from("date,text\n1,hello\n", "utf16le")), "utf-16be"],
    ["windows-1251", windows1251(ukrainian), "windows-1251"],
  ])("is recognised: %s", async (_, bytes, encoding) => {
    const probe = encodingProbe();
    for await (const piece of pieces(bytes, 5)) probe.add(piece);
    expect(unwrap(probe.decide())).toBe(encoding);
    const probed = unwrap(probe.decide());
    const { rows } = await read(bytes, { encoding: probed, delimiter: ";", newline: "\n" });
    expect(rows.flat().join()).not.toContain("\uFFFD");
  });

  it.each([
    ["Western text in one byte a letter", Buffer.from("date,text\n1,Café Müller für Göttingen\n", "latin1")],
    ["KOI8-U", koi8(ukrainian)],
    ["UTF-8 that is cut within a letter", Buffer.from("текст,дата\nй").subarray(0, -1)],
    ["bytes that are no text", Buffer.from([1, 2, 0, 3, 255, 254, 0, 9, 200, 0])],
  ])("is refused when it is not certain: %s", (_, bytes) => {
    const probe = encodingProbe();
    probe.add(bytes);
    expect(probe.decide()).toMatchObject({ ok: false, error: { code: "csv-encoding-unknown" } });
  });

  it("is refused with its own word when letters were lost before it came", () => {
    const probe = encodingProbe();
    for (const byte of Buffer.from(ukrainian.replace("Їжа", "�жа"))) probe.add(Uint8Array.of(byte));
    expect(probe.decide()).toMatchObject({ ok: false, error: { code: "csv-letters-lost" } });
  });

  it.each([
    ["xlsx", [0x50, 0x4b, 3, 4, 20, 0]],
    ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])("is refused with its own word for a workbook: %s", (_, bytes) => {
    const probe = encodingProbe();
    probe.add(Uint8Array.from(bytes));
    expect(probe.decide()).toMatchObject({ ok: false, error: { code: "csv-is-workbook" } });
  });
});

describe("a list in a cell", () => {
  it("takes semicolons, commas and lines, and quotation marks around what holds them", () => {
    expect(readList(' меню; осінь,"a; b"\n"say ""hi"""; ;')).toEqual(["меню", "осінь", "a; b", 'say "hi"']);
  });

  it("comes back as it was written", () => {
    const item = fc
      .string({ unit: fc.constantFrom('"', ";", ",", "\n", "a", " ", "й") })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(readList(writeList(items))).toEqual(items);
      }),
    );
  });
});
