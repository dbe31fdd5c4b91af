import { MessageSquarePlus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Answer } from "../../api/client.ts";
import { approvePost, cancelPost, requestChanges, submitPost } from "../../api/content.ts";
import type { PostView } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { narrow } from "../../narrow.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button, IconButton, LinkButton } from "../../ui/button.tsx";
import { MoreActs } from "../../ui/more-acts.tsx";
import { useTestVariant } from "../experiments/test-variant.tsx";
import { NoteDialog } from "./note-dialog.tsx";

/** What may be done next with a post, by its state and the member's role. */
export function ReviewActs({ view: { post, publications } }: { readonly view: PostView }) {
  const [busy, setBusy] = useState(false);
  const [noting, setNoting] = useState<"submit" | "approve" | "changes" | undefined>();
  const [gone, setGone] = useState(false);
  const test = useTestVariant(post);
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
  const drafted = post.state === "draft" || post.state === "changes-requested";
  const cancelable =
    post.state !== "canceled" && (publications.length === 0 || publications.some(({ state }) => state === "scheduled"));
  const submits = writes && !approves && drafted;
  const mayApprove = approves && (drafted || post.state === "in-review");
  const step = submits ? "submit" : mayApprove ? "approve" : undefined;
  const cancels = writes && cancelable && !gone;
  const openNote = step && { label: texts.withNote[step], onClick: () => setNoting(step) };
  return (
    <>
      {(test.act || cancels || (narrow.value && openNote)) && (
        <MoreActs>
          {narrow.value && openNote && (
            <Button icon={MessageSquarePlus} onClick={openNote.onClick}>
              {openNote.label}
            </Button>
          )}
          {test.act}
          {cancels && (
            <Button kind="danger" onClick={cancel}>
              {texts.cancel}
            </Button>
          )}
        </MoreActs>
      )}
      {approves && post.state === "in-review" && (
        <Button onClick={() => setNoting("changes")}>{texts.requestChanges}</Button>
      )}
      {!narrow.value && openNote && <IconButton icon={MessageSquarePlus} {...openNote} />}
      {submits && (
        <Button kind="primary" busy={busy} onClick={() => submit()}>
          {texts.submit}
        </Button>
      )}
      {mayApprove && (
        <Button kind={drafted ? "plain" : "primary"} busy={busy} onClick={() => approve()}>
          {texts.approve}
        </Button>
      )}
      {approves && post.origin?.kind !== "template" && (drafted || post.state === "approved") && (
        <LinkButton to={`/compose/${post.id}`} kind="primary">
          {texts.schedule}
        </LinkButton>
      )}
      {test.dialog}
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
          title={texts.withNote.submit}
          label={texts.note}
          hint={texts.noteHint}
          act={texts.submit}
          onClose={close}
          onSend={submit}
        />
      )}
      {noting === "approve" && (
        <NoteDialog
          title={texts.withNote.approve}
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
