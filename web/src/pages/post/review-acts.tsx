import { useState } from "preact/hooks";
import type { Answer } from "../../api/client.ts";
import { approvePost, cancelPost, requestChanges, submitPost } from "../../api/content.ts";
import type { PostView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

/** What may be done next with a post, by its state and the member's role. */
export function ReviewActs({ view: { post, publications } }: { readonly view: PostView }) {
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [gone, setGone] = useState(false);
  const texts = t().post;
  const approves = mayI("approve");
  const writes = mayI("write");

  const run = async (call: Promise<Answer<unknown>>, done: string) => {
    setBusy(true);
    const answer = await call;
    setBusy(false);
    invalidate("post", "today", "calendar");
    if (answer.ok) tell(done);
    else tellFailure(answer.error);
  };
  const cancel = () => {
    setGone(true);
    afterGrace(
      texts.canceled,
      async (leaving) => {
        const answer = await cancelPost(post.id, post.version, leaving);
        invalidate("post", "today", "calendar");
        if (!answer.ok) {
          setGone(false);
          tellFailure(answer.error);
        }
      },
      () => setGone(false),
    );
  };

  const drafted = post.state === "draft" || post.state === "changes-requested";
  const cancelable =
    post.state !== "canceled" && (publications.length === 0 || publications.some(({ state }) => state === "scheduled"));
  return (
    <>
      {writes && cancelable && !gone && (
        <Button kind="danger" onClick={cancel}>
          {texts.cancel}
        </Button>
      )}
      {approves && post.state === "in-review" && (
        <Button onClick={() => setAsking(true)}>{texts.requestChanges}</Button>
      )}
      {writes && !approves && drafted && (
        <Button kind="primary" busy={busy} onClick={() => run(submitPost(post.id, post.version), texts.submitted)}>
          {texts.submit}
        </Button>
      )}
      {approves && (drafted || post.state === "in-review") && (
        <Button
          kind={drafted ? "plain" : "primary"}
          busy={busy}
          onClick={() => run(approvePost(post.id, post.version), texts.approved)}
        >
          {texts.approve}
        </Button>
      )}
      {approves && post.origin?.kind !== "template" && (drafted || post.state === "approved") && (
        <LinkButton to={`/compose/${post.id}`} kind="primary">
          {texts.schedule}
        </LinkButton>
      )}
      {asking && (
        <AskForChanges
          onClose={() => setAsking(false)}
          onSend={(note) => run(requestChanges(post.id, post.version, note), texts.changesAsked)}
        />
      )}
    </>
  );
}

interface AskProps {
  readonly onClose: () => void;
  readonly onSend: (note: string) => void;
}

function AskForChanges({ onClose, onSend }: AskProps) {
  const [note, setNote] = useState("");
  const texts = t().post;
  return (
    <Dialog title={texts.requestChanges} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onSend(note);
        }}
      >
        <Field id="note" label={texts.whatToChange}>
          <textarea
            id="note"
            class="input"
            rows={4}
            required
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <div class="dialog-foot">
          <Button kind="primary" type="submit" disabled={note.trim() === ""}>
            {texts.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
