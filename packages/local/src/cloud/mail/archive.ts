import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { type SentMail, sentMailSchema } from "./sent-mail.ts";

/** Sent mails on disk, one file each, oldest first. */
export type Archive = { add: (mail: SentMail) => Promise<void>; all: () => SentMail[]; clear: () => Promise<void> };

/** Opens (or creates) the archive in a folder of its own; a mail is complete on disk when `add` resolves. */
export async function openArchive(folder: string): Promise<Archive> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const mails: SentMail[] = [];
  for (const name of names) {
    mails.push(v.parse(sentMailSchema, JSON.parse(await readFile(join(folder, name), "utf8"))));
  }
  const fileOf = (mail: SentMail) => join(folder, `${mail.sentAt.replace(/\D/g, "")}-${mail.messageId}.json`);
  return {
    async add(mail) {
      const file = fileOf(mail);
      await writeFile(`${file}.part`, JSON.stringify(mail));
      await rename(`${file}.part`, file);
      mails.push(mail);
    },
    all: () => [...mails],
    async clear() {
      const gone = mails.splice(0);
      await Promise.all(gone.map((mail) => rm(fileOf(mail), { force: true })));
    },
  };
}
