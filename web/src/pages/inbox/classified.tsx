import { useState } from "preact/hooks";
import type { InboxMessage } from "../../api/contract.ts";
import { type Correction, correctClassification } from "../../api/inbox.ts";
import { listMembers } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { quoted, signed } from "../../wording.ts";
import { intents, sentiments } from "./filters.ts";

interface ClassifiedProps {
  readonly threadId: string;
  readonly message: InboxMessage;
}

/** What a message was taken for and by which words, and who has corrected that. */
export function Classified({ threadId, message: { id, classification, corrected } }: ClassifiedProps) {
  const [asking, setAsking] = useState(false);
  const members = useResource("members", listMembers).data?.members ?? [];
  const texts = t().inboxTeam;
  if (!classification) return null;
  const say = ({ sentiment, intent }: Correction) => `${texts.tone[sentiment]} · ${texts.wants[intent]}`;
  const by = members.find((member) => member.id === corrected?.by)?.name ?? texts.somebody;
  return (
    <p class="small aside classified">
      <span>{say(classification)}</span>
      {!corrected && classification.terms.length > 0 && (
        <span>{texts.decidedBy(classification.terms.map(weighed).join(", "))}</span>
      )}
      {corrected && <span>{texts.corrected(by, say(corrected))}</span>}
      {mayI("respond") && (
        <button type="button" class="classified-correct" onClick={() => setAsking(true)}>
          {texts.correct}
        </button>
      )}
      {asking && (
        <CorrectDialog threadId={threadId} messageId={id} is={classification} onClose={() => setAsking(false)} />
      )}
    </p>
  );
}

/** A term with what it added to the feeling: «жахливо» −3. */
function weighed({ term, weight }: { readonly term: string; readonly weight: number }): string {
  return weight === 0 ? quoted(term) : `${quoted(term)} ${signed(weight)}`;
}

interface CorrectDialogProps {
  readonly threadId: string;
  readonly messageId: string;
  readonly is: Correction;
  readonly onClose: () => void;
}

function CorrectDialog({ threadId, messageId, is, onClose }: CorrectDialogProps) {
  const [sentiment, setSentiment] = useState(is.sentiment);
  const [intent, setIntent] = useState(is.intent);
  const [busy, setBusy] = useState(false);
  const texts = t().inboxTeam;
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await correctClassification(threadId, messageId, { sentiment, intent });
    setBusy(false);
    if (!answer.ok) return tellFailure(answer.error);
    invalidate(`thread:${threadId}`, "inbox:", "corrections");
    tell(texts.correctedToast);
    onClose();
  };
  return (
    <Dialog title={texts.correctTitle} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <Field id="correct-sentiment" label={texts.sentiment}>
          <select
            id="correct-sentiment"
            class="input"
            value={sentiment}
            onChange={({ currentTarget: { value } }) =>
              setSentiment(sentiments.find((one) => one === value) ?? sentiment)
            }
          >
            {sentiments.map((value) => (
              <option key={value} value={value}>
                {texts.tone[value]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="correct-intent" label={texts.intent} hint={texts.correctHint}>
          <select
            id="correct-intent"
            class="input"
            aria-describedby="correct-intent-note"
            value={intent}
            onChange={({ currentTarget: { value } }) => setIntent(intents.find((one) => one === value) ?? intent)}
          >
            {intents.map((value) => (
              <option key={value} value={value}>
                {texts.wants[value]}
              </option>
            ))}
          </select>
        </Field>
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {texts.correct}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
