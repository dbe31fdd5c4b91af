import type { LucideIcon } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";

interface Look {
  readonly kind?: "primary" | "plain" | "quiet" | "danger";
  readonly icon?: LucideIcon;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly onClick?: () => void;
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  /** A request is on its way: further presses do nothing. */
  readonly busy?: boolean;
  readonly form?: string;
}

const classOf = ({ kind = "plain", wide }: Look): string =>
  ["button", kind === "plain" ? "" : `button-${kind}`, wide ? "button-wide" : ""].filter(Boolean).join(" ");

/** Of a button that submits a form, too: a second press sends nothing. */
const refuse = (event: Event): void => event.preventDefault();

/** A button that says the act. */
export function Button(props: ButtonProps) {
  const { icon: Icon, children, onClick, type = "button", disabled, busy, form } = props;
  return (
    <button
      type={type}
      class={classOf(props)}
      disabled={disabled}
      aria-busy={busy}
      form={form}
      onClick={busy ? refuse : onClick}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere. */
export function LinkButton(props: Look & { readonly to: string }) {
  const { icon: Icon, children, to } = props;
  return (
    <Link href={to} class={classOf(props)}>
      {Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </Link>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A button that shows only an icon and names itself to those who hover or listen. */
export function IconButton({ icon: Icon, label, onClick, pressed, disabled }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={20} aria-hidden="true" />
    </button>
  );
}
