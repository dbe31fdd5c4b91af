import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "./language.ts";
import { FailureNote, SkeletonRows } from "./ui/states.tsx";

/**
 * A page whose code is fetched when it is first shown. When that fails, because the connection broke or a newer version
 * was deployed, loading the whole dashboard anew is the cure.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Page: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [state, setState] = useState<"waiting" | "ready" | "failed">(Page ? "ready" : "waiting");
    useEffect(() => {
      if (Page) return;
      load().then(
        (loaded) => {
          Page = loaded;
          setState("ready");
        },
        () => setState("failed"),
      );
    }, []);
    if (Page) return <Page {...props} />;
    return (
      <div class="page">
        {state === "failed" ? (
          <FailureNote
            failure={{ status: 0, code: "unreachable", ...t().common.unreachable }}
            retry={() => location.reload()}
          />
        ) : (
          <SkeletonRows />
        )}
      </div>
    );
  };
}
