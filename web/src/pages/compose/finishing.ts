import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { ok } from "#core/kernel/result.ts";
import type { Answer, ApiFailure } from "../../api/client.ts";
import { approvePost, createPost, editPost, schedulePost, submitPost } from "../../api/content.ts";
import type { Post, When } from "../../api/contract.ts";
import { createSeries } from "../../api/series.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { whenWithZone } from "../../wording.ts";
import { ruleOf } from "../series/repeat.ts";
import { bodyOf, type Draft, type Timing } from "./draft.ts";
import { forget } from "./keeping.ts";
import type { Writing } from "./writing.ts";

export type Act = "save" | "submit" | "schedule";

export interface Finishing {
  readonly busy: Act | undefined;
  readonly failure: ApiFailure | undefined;
  readonly run: (act: Act, when: When) => void;
}

/** Sends the draft to the server and does with it what was asked; nothing typed is lost when a step is refused. */
export function useFinishing({ draft, change }: Writing): Finishing {
  const [busy, setBusy] = useState<Act | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [, go] = useLocation();

  const run = async (act: Act, when: When) => {
    setBusy(act);
    setFailure(undefined);
    const saved = await save(draft);
    if (saved.ok) {
      const { id: postId, version } = saved.value.post;
      change((old) => ({ ...old, postId, version }));
    }
    const done = saved.ok ? await carryOut(act, saved.value.post, when, draft) : saved;
    setBusy(undefined);
    if (!done.ok) return setFailure(done.error);
    invalidate("calendar", "today", "post", "series");
    forget(draft.postId);
    if (!saved.ok) return;
    forget(saved.value.post.id);
    tell(saved.value.tooLate > 0 ? t().compose.tooLate(saved.value.tooLate) : done.value);
    go(`/posts/${saved.value.post.id}`);
  };
  return { busy, failure, run: (act, when) => void run(act, when) };
}

/** The post as it is stored, and on how many channels the change comes too late to be seen. */
interface Saved {
  readonly post: Post;
  readonly tooLate: number;
}

async function save(draft: Draft): Promise<Answer<Saved>> {
  const body = bodyOf(draft);
  if (draft.postId === undefined || draft.version === undefined) {
    const created = await createPost(body);
    return created.ok ? ok({ post: created.value.post, tooLate: 0 }) : created;
  }
  const edited = await editPost(draft.postId, draft.version, body);
  return edited.ok ? ok({ post: edited.value.post, tooLate: edited.value.tooLate.length }) : edited;
}

/** Does the act and answers what to tell. */
async function carryOut(act: Act, post: Post, when: When, { timing, reviewNote }: Draft): Promise<Answer<string>> {
  const texts = t().compose;
  const repeats = timing.kind === "exact" && timing.repeat !== undefined;
  if (act === "save") return ok(texts.draftSaved);
  if (act === "submit") {
    const submitted = await submitPost(post.id, post.version, reviewNote);
    if (!submitted.ok) return submitted;
    return repeats ? begin(post.id, timing, t().series.waiting) : ok(texts.submitted);
  }
  if (post.state !== "approved" && post.state !== "scheduled") {
    const approved = await approvePost(post.id, post.version, reviewNote);
    if (!approved.ok) return approved;
  }
  if (repeats) return begin(post.id, timing, t().series.begun);
  const scheduled = await schedulePost(post.id, when);
  if (!scheduled.ok) return scheduled;
  const first = scheduled.value.publications.toSorted((a, b) => a.dueAt - b.dueAt)[0];
  if ("now" in when) return ok(texts.published);
  return ok(first ? texts.scheduled(whenWithZone(first.dueAt, first.timeZone)) : texts.draftSaved);
}

/** Makes the post the template of a series. */
async function begin(postId: string, timing: Timing, done: string): Promise<Answer<string>> {
  const timeZone = me.value?.workspace.timeZone ?? "UTC";
  const start = timing.kind === "exact" ? timing.at : "";
  const rule = timing.kind === "exact" && timing.repeat ? ruleOf(timing.repeat, start) : undefined;
  const made = await createSeries({ postId, rule: rule ?? "", start, timeZone });
  return made.ok ? ok(done) : made;
}
