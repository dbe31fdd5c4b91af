import { FlaskConical } from "lucide-preact";
import { useState } from "preact/hooks";
import type { PostView } from "../../api/contract.ts";
import { listExperiments } from "../../api/experiments.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { VariantDialog } from "./variant-dialog.tsx";

/** On a post's page: its test, or the way to one while the post is not on the calendar. */
export function TestVariant({ view: { post } }: { readonly view: PostView }) {
  const [open, setOpen] = useState(false);
  const experiments = useResource("experiments", listExperiments).data?.experiments ?? [];
  const texts = t().experiments;
  if (experiments.some(({ a, b }) => a.postId === post.id || b.postId === post.id)) {
    return (
      <LinkButton to="/insights/tests" icon={FlaskConical}>
        {texts.title}
      </LinkButton>
    );
  }
  const mayTest =
    mayI("write") && post.channelIds.length > 0 && post.state !== "scheduled" && post.state !== "canceled";
  if (!mayTest) return null;
  return (
    <>
      <Button icon={FlaskConical} onClick={() => setOpen(true)}>
        {texts.start}
      </Button>
      {open && <VariantDialog post={post} onClose={() => setOpen(false)} />}
    </>
  );
}
