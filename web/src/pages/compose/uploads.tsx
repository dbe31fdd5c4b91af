import { CircleAlert, X } from "lucide-preact";
import { useState } from "preact/hooks";
import { formatPercent } from "#core/i18n/format.ts";
import type { Asset } from "../../api/contract.ts";
import { uploadFile } from "../../api/media.ts";
import { language, t } from "../../language.ts";
import { IconButton } from "../../ui/button.tsx";
import "./uploads.css";

interface Upload {
  readonly id: number;
  readonly name: string;
  /** Share sent, 0..1. */
  readonly share: number;
  readonly problem?: string;
}

export interface Uploads {
  readonly running: readonly Upload[];
  readonly dismiss: (id: number) => void;
}

let last = 0;

/** Sends files one after another; each answers with its asset or stays in the list with what went wrong. */
export function useUploads(
  onDone: (asset: Asset) => void,
  folder?: string,
): Uploads & { send: (files: readonly File[]) => void } {
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const dismiss = (id: number) => setRunning((all) => all.filter((one) => one.id !== id));
  const change = (id: number, part: Partial<Upload>) =>
    setRunning((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const send = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ file, upload: { id: ++last, name: file.name, share: 0 } }));
    setRunning((all) => [...all, ...queued.map(({ upload }) => upload)]);
    for (const { file, upload } of queued) {
      const answer = await uploadFile(file, folder, (share) => change(upload.id, { share }));
      if (answer.ok) {
        dismiss(upload.id);
        onDone(answer.value);
      } else {
        const { message, cure = "" } = answer.error;
        change(upload.id, { problem: `${message} ${cure}` });
      }
    }
  };
  return { running, dismiss, send: (files) => void send(files) };
}

/** What is on its way, with figures, and what did not arrive. */
export function UploadRows({ uploads }: { readonly uploads: Uploads }) {
  return (
    <>
      {uploads.running.map(({ id, name, share, problem }) =>
        problem ? (
          <div key={id} class="field-problem upload-failed" role="alert">
            <CircleAlert size={14} aria-hidden="true" />
            <span>{problem}</span>
            <IconButton icon={X} label={t().common.close} onClick={() => uploads.dismiss(id)} />
          </div>
        ) : (
          <label key={id} class="upload">
            <span class="small">{t().compose.uploading(name, formatPercent(language.value, share))}</span>
            <progress max={1} value={share} />
          </label>
        ),
      )}
    </>
  );
}
