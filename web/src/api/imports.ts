import { err, ok } from "#core/kernel/result.ts";
import { t } from "../language.ts";
import { type Answer, answerOf, api } from "./client.ts";
import type { Import } from "./contract.ts";
import { send } from "./files.ts";

export const listImports = () => answerOf(api.imports.$get());
export const readImport = (id: string) => answerOf(api.imports[":id"].$get({ param: { id } }));
export const readProblems = (id: string) => answerOf(api.imports[":id"].problems.$get({ param: { id }, query: {} }));
export const checkImport = (id: string) => answerOf(api.imports[":id"].check.$post({ param: { id } }));
export const runImport = (id: string, badRows: "refuse" | "skip") =>
  answerOf(api.imports[":id"].run.$post({ param: { id }, json: { badRows } }));

/** Uploads a table and begins its dry run; the same file again answers the import that it was. */
export async function uploadTable(file: File, onProgress: (share: number) => void): Promise<Answer<Import>> {
  const sha256 = await digest(file);
  const begun = await answerOf(api.imports.$post({ json: { fileName: file.name, bytes: file.size, sha256 } }));
  if (!begun.ok) return begun;
  const upload = "upload" in begun.value ? begun.value.upload : undefined;
  if (!upload) return ok(begun.value.import);
  if (!(await send(file, upload, onProgress))) {
    return err({ status: 0, code: "upload-interrupted", ...t().exchange.uploadInterrupted });
  }
  const checking = await checkImport(begun.value.import.id);
  return checking.ok ? ok(checking.value.import) : checking;
}

async function digest(file: File): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
