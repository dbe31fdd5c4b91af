import { useEffect, useRef } from "preact/hooks";
import { type Activity, showPresence } from "../../api/inbox.ts";
import { mayI } from "../../session-state.ts";

const EVERY_MS = 15_000;
/** So long after the last key a member still counts as writing. */
const WRITING_MS = 20_000;

/**
 * Tells the others that the thread is open here while the page is in sight, and that an answer is being written. The
 * returned function is called with each key that is typed into the answer.
 */
export function usePresence(threadId: string): () => void {
  const typedAt = useRef(0);
  const told = useRef<Activity>("gone");
  const tell = (activity: Activity) => {
    told.current = activity;
    void showPresence(threadId, activity);
  };
  const activity = (): Activity => (Date.now() - typedAt.current < WRITING_MS ? "writing" : "looking");
  useEffect(() => {
    if (!mayI("respond")) return;
    const round = () => {
      if (!document.hidden) tell(activity());
    };
    const leave = () => tell("gone");
    round();
    const timer = setInterval(round, EVERY_MS);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [threadId]);
  return () => {
    typedAt.current = Date.now();
    if (told.current !== "writing" && mayI("respond")) tell("writing");
  };
}
