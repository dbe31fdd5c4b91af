import { useEffect, useState } from "preact/hooks";
import { checkPost } from "../../api/content.ts";
import type { ChannelCheck } from "../../api/contract.ts";
import { bodyOf, type Draft, isBlank } from "./draft.ts";

const PAUSE_MS = 600;

/** What stands between the draft and its channels, asked of the server when the writer pauses. */
export function useChecks(draft: Draft): readonly ChannelCheck[] {
  const [checks, setChecks] = useState<readonly ChannelCheck[]>([]);
  const body = JSON.stringify(bodyOf(draft));
  useEffect(() => {
    if (isBlank(draft) || draft.channelIds.length === 0) return setChecks([]);
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await checkPost(bodyOf(draft));
      if (current && answer.ok) setChecks(answer.value.checks);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [body]);
  return checks;
}
