import { CircleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { ApiFailure } from "../api/client.ts";
import { t } from "../language.ts";
import type { Loaded } from "../resource.ts";
import { Button } from "./button.tsx";

/** What failed, and the way on. */
export function FailureNote({ failure, retry }: { readonly failure: ApiFailure; readonly retry?: () => void }) {
  return (
    <div class="note note-poppy" role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <div class="stack">
        <p>
          <strong>{failure.message}</strong> {failure.cure}
        </p>
        {failure.details && (
          <ul>
            {failure.details.map((detail) => (
              <li key={detail.code}>
                {detail.message} {detail.cure}
              </li>
            ))}
          </ul>
        )}
        {retry && (
          <div>
            <Button onClick={retry}>{t().common.retry}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** One sentence and one thing to do. */
export function Empty({ text, children }: { readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Grey shapes where lines of a list will be. They appear after 300 ms only. */
export function SkeletonRows({ rows = 5, height = 20 }: { readonly rows?: number; readonly height?: number }) {
  const widths = ["72%", "54%", "64%", "40%", "58%"];
  return (
    <div role="status" aria-label={t().common.loading}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} class="list-row">
          <span class="skeleton" style={{ width: widths[row % widths.length], height: `${height}px` }} />
        </div>
      ))}
    </div>
  );
}

interface ShownProps<T> {
  readonly of: Loaded<T> & { reload: () => void };
  readonly skeleton?: ComponentChildren;
  readonly children: (data: T) => ComponentChildren;
}

/** The data once it is there, its skeleton before, and what failed above what is still known. */
export function Shown<T>({ of: { data, failure, loading, reload }, skeleton, children }: ShownProps<T>) {
  return (
    <>
      {failure && !loading && <FailureNote failure={failure} {...(failure.status === 404 ? {} : { retry: reload })} />}
      {data !== undefined ? children(data) : !failure && (skeleton ?? <SkeletonRows />)}
    </>
  );
}
