import { FlaskConical } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Post } from "../../api/contract.ts";
import { listExperiments } from "../../api/experiments.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { VariantDialog } from "./variant-dialog.tsx";

/**
 * On a post's page: the way to its test, or to a new one while the post is not on the calendar. The dialog is apart from
 * the button, which may be in a sheet that closes.
 */
export function useTestVariant(post: Post): Readonly<Record<"act" | "dialog", ComponentChildren>> {
  const [open, setOpen] = useState(false);
  const experiments = useResource("experiments", listExperiments).data?.experiments ?? [];
  const texts = t().experiments;
  if (experiments.some(({ a, b }) => a.postId === post.id || b.postId === post.id)) {
    const act = (
      <LinkButton to="/insights/tests" icon={FlaskConical}>
        {texts.title}
      </LinkButton>
    );
    return { act, dialog: null };
  }
  const mayTest =
    mayI("write") && post.channelIds.length > 0 && post.state !== "scheduled" && post.state !== "canceled";
  if (!mayTest) return { act: null, dialog: null };
  const act = (
    <Button icon={FlaskConical} onClick={() => setOpen(true)}>
      {texts.start}
    </Button>
  );
  return { act, dialog: open && <VariantDialog post={post} onClose={() => setOpen(false)} /> };
}
