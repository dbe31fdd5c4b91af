import { CircleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly children: ComponentChildren;
}

/** A labelled input with what it is for and, when refused, what is wrong and what to do. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint && !problem && (
        <p class="field-hint" id={`${id}-note`}>
          {hint}
        </p>
      )}
      {problem && <FieldProblem id={`${id}-note`} text={problem} />}
    </div>
  );
}

/** What is wrong with an input, beside it. */
export function FieldProblem({ id, text }: { readonly id?: string; readonly text: string }) {
  return (
    <p class="field-problem" id={id} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      {text}
    </p>
  );
}

/** The attributes that tie an input to its note. */
export const noted = (id: string, problem: string | undefined) => ({
  id,
  "aria-describedby": `${id}-note`,
  ...(problem ? { "aria-invalid": true as const } : {}),
});
