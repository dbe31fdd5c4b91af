import { MessageSquarePlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Answer } from "../../api/client.ts";
import { approvePost, cancelPost, requestChanges, submitPost } from "../../api/content.ts";
import type { PostView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button, IconButton, LinkButton } from "../../ui/button.tsx";
import { NoteDialog } from "./note-dialog.tsx";

/** What may be done next with a post, by its state and the member's role. */
export function ReviewActs({ view: { post, publications } }: { readonly view: PostView }) {
  const [busy, setBusy] = useState(false);
  const [noting, setNoting] = useState<"submit" | "approve" | "changes" | undefined>();
  const [gone, setGone] = useState(false);
  const texts = t().post;
  const close = () => setNoting(undefined);
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

  const submit = (note?: string) => void run(submitPost(post.id, post.version, note), texts.submitted);
  const approve = (note?: string) => void run(approvePost(post.id, post.version, note), texts.approved);
  const noteOf = (label: string, step: "submit" | "approve") => (
    <IconButton icon={MessageSquarePlus} label={label} onClick={() => setNoting(step)} />
  );
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
        <Button onClick={() => setNoting("changes")}>{texts.requestChanges}</Button>
      )}
      {writes && !approves && drafted && (
        <>
          {noteOf(texts.submitWithNote, "submit")}
          <Button kind="primary" busy={busy} onClick={() => submit()}>
            {texts.submit}
          </Button>
        </>
      )}
      {approves && (drafted || post.state === "in-review") && (
        <>
          {noteOf(texts.approveWithNote, "approve")}
          <Button kind={drafted ? "plain" : "primary"} busy={busy} onClick={() => approve()}>
            {texts.approve}
          </Button>
        </>
      )}
      {approves && post.origin?.kind !== "template" && (drafted || post.state === "approved") && (
        <LinkButton to={`/compose/${post.id}`} kind="primary">
          {texts.schedule}
        </LinkButton>
      )}
      {noting === "changes" && (
        <NoteDialog
          title={texts.requestChanges}
          label={texts.whatToChange}
          act={texts.send}
          required
          onClose={close}
          onSend={(note) => void run(requestChanges(post.id, post.version, note), texts.changesAsked)}
        />
      )}
      {noting === "submit" && (
        <NoteDialog
          title={texts.submitWithNote}
          label={texts.note}
          hint={texts.noteHint}
          act={texts.submit}
          onClose={close}
          onSend={submit}
        />
      )}
      {noting === "approve" && (
        <NoteDialog
          title={texts.approveWithNote}
          label={texts.note}
          hint={texts.noteHint}
          act={texts.approve}
          onClose={close}
          onSend={approve}
        />
      )}
    </>
  );
}
