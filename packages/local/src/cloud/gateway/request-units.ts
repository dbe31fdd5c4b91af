/** A DynamoDB attribute value as it crosses the wire. */
export type AttributeValue = {
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: boolean;
  SS?: string[];
  NS?: string[];
  BS?: string[];
  L?: AttributeValue[];
  M?: Item;
};
export type Item = { [name: string]: AttributeValue };

export type IndexShape = {
  keys: string[];
  /** Attributes of an entry besides index and table keys: all, or these. */
  projected: "ALL" | string[];
};
export type TableShape = { keys: string[]; indexes: IndexShape[] };

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");
const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
const writeUnitBytes = 1024;

/** Bytes an item is billed for (DynamoDB developer guide, "DynamoDB item sizes and formats"). */
export function itemSize(item: Item): number {
  return sum(Object.entries(item).map(([name, value]) => bytes(name) + valueSize(value)));
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, "base64");
  if (value.SS) return sum(value.SS.map(bytes));
  if (value.NS) return sum(value.NS.map(numberSize));
  if (value.BS) return sum(value.BS.map((each) => Buffer.byteLength(each, "base64")));
  if (value.L) return 3 + sum(value.L.map((each) => 1 + valueSize(each)));
  if (value.M) return 3 + sum(Object.entries(value.M).map(([name, each]) => 1 + bytes(name) + valueSize(each)));
  return 1;
}

/** About one byte for two significant digits, and one more. */
function numberSize(text: string): number {
  const digits = text.replace(/^-/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "").length;
  return Math.min(21, Math.ceil(digits / 2) + 1 + (text.startsWith("-") ? 1 : 0));
}

const unitsOf = (size: number): number => Math.max(1, Math.ceil(size / writeUnitBytes));

/**
 * Write request units of one item written: the base table by the larger of the item before and after, and each index
 * by what changes in it (DynamoDB developer guide, "Storage and write considerations for global secondary indexes").
 */
export function writeUnits(table: TableShape, before: Item | undefined, after: Item | undefined): number {
  const base = unitsOf(Math.max(before ? itemSize(before) : 0, after ? itemSize(after) : 0));
  return base + sum(table.indexes.map((index) => indexUnits(table, index, before, after)));
}

function indexUnits(table: TableShape, index: IndexShape, before: Item | undefined, after: Item | undefined): number {
  const old = before && entryOf(table, index, before);
  const next = after && entryOf(table, index, after);
  if (!old || !next) return (old ? unitsOf(itemSize(old)) : 0) + (next ? unitsOf(itemSize(next)) : 0);
  const moved = index.keys.some((key) => !same(old[key], next[key]));
  if (moved) return unitsOf(itemSize(old)) + unitsOf(itemSize(next));
  if (same(old, next)) return 0;
  return unitsOf(Math.max(itemSize(old), itemSize(next)));
}

/** The item's entry in an index; `undefined` when it lacks a key of it, which is what makes an index sparse. */
function entryOf(table: TableShape, index: IndexShape, item: Item): Item | undefined {
  if (!index.keys.every((key) => item[key] !== undefined)) return undefined;
  if (index.projected === "ALL") return item;
  const kept = new Set([...table.keys, ...index.keys, ...index.projected]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}

function same(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return left === right;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => same((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]));
}
