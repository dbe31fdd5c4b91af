import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { t } from "../language.ts";
import { FailureNote } from "../ui/states.tsx";

interface GuardedProps {
  /** Where it stands; going elsewhere gives what failed another chance. */
  readonly place: string;
  readonly children: ComponentChildren;
}

/** Keeps the way around alive when a page fails, and says so. */
export function Guarded({ place, children }: GuardedProps) {
  const [error, reset] = useErrorBoundary((cause) => console.error(cause));
  useEffect(() => reset(), [place]);
  if (!error) return <>{children}</>;
  return (
    <div class="page">
      <FailureNote
        failure={{ status: 0, code: "page-failed", ...t().common.pageFailed }}
        retry={() => location.reload()}
      />
    </div>
  );
}
