import { Check, CircleAlert, X } from "lucide-preact";
import { t } from "../language.ts";
import { dismiss, toasts } from "../toasts.ts";

/** What was just done, at the foot of the page. */
export function ToastsView() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class="toast">
          {toast.tone === "done" ? (
            <Check size={16} aria-hidden="true" />
          ) : (
            <CircleAlert size={16} aria-hidden="true" />
          )}
          <span>{toast.text}</span>
          {toast.action ? (
            <button type="button" class="toast-action push" onClick={toast.action.run}>
              {toast.action.label}
            </button>
          ) : (
            <button
              type="button"
              class="toast-close push"
              aria-label={t().common.close}
              onClick={() => dismiss(toast.id)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
