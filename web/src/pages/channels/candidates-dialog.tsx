import { useState } from "preact/hooks";
import { connectChannels, listCandidates } from "../../api/channels.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Shown } from "../../ui/states.tsx";

/** After consent: which of the offered pages to connect. */
export function CandidatesDialog({ connectId, onClose }: { readonly connectId: string; readonly onClose: () => void }) {
  const offered = useResource(`connect:${connectId}`, () => listCandidates(connectId));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const texts = t().channels;
  const connect = async (remoteIds: string[]) => {
    setBusy(true);
    const answer = await connectChannels(connectId, remoteIds);
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate("channels", "today", "calendar");
    tell(texts.connectedToast(answer.value.channels.length));
    onClose();
  };
  return (
    <Dialog title={texts.choose} onClose={onClose}>
      <Shown of={offered}>
        {({ candidates }) => {
          const chosen = candidates.map(({ remoteId }) => remoteId).filter((id) => !left.includes(id));
          if (candidates.length === 0) return <p>{texts.chooseNone}</p>;
          return (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void connect(chosen);
              }}
            >
              <ul class="list">
                {candidates.map(({ remoteId, name, url }) => (
                  <li key={remoteId}>
                    <label class="list-row check candidate">
                      <input
                        type="checkbox"
                        checked={!left.includes(remoteId)}
                        onChange={(event) => {
                          const on = event.currentTarget.checked;
                          setLeft((ids) => (on ? ids.filter((id) => id !== remoteId) : [...ids, remoteId]));
                        }}
                      />
                      <span class="clip">
                        {name} {url && <span class="aside small">{url.replace(/^https?:\/\//, "")}</span>}
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
              <div class="dialog-foot">
                <Button kind="primary" type="submit" busy={busy} disabled={chosen.length === 0}>
                  {texts.connectChosen(chosen.length)}
                </Button>
              </div>
            </form>
          );
        }}
      </Shown>
    </Dialog>
  );
}
