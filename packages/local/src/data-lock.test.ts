import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockData } from "./data-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dopys-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("refuses a folder that a living process uses, naming it", () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(join(folder, "process.pid"), String(other.pid));
  try {
    expect(() => lockData(folder)).toThrow(`process ${other.pid}`);
  } finally {
    other.kill();
  }
});

it("takes over the mark of a killed process", async () => {
  const other = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => other.once("exit", resolve));
  writeFileSync(join(folder, "process.pid"), String(other.pid));
  lockData(folder).release();
});

it("gives the folder back", () => {
  lockData(folder).release();
  lockData(folder).release();
});
