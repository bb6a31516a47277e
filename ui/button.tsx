import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  readonly kind?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "small" | "usual";
  readonly icon?: IconName;
  /** The key that does the same, shown where it acts. */
  readonly hotkey?: string;
  /** Why it cannot be done now: the button stays, keeps its focus, and says it. */
  readonly shut?: string;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** A button says the act. What is blocked stays visible and says what is missing. */
export function Button({
  kind = "plain",
  size = "usual",
  icon,
  hotkey,
  shut,
  busy,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const blocked = Boolean(shut) || busy;
  const press = (event: MouseEvent<HTMLButtonElement>) => (blocked ? event.preventDefault() : onClick?.(event));
  return (
    <button
      {...rest}
      type={type}
      className={`button ${rest.className ?? ""}`}
      data-kind={kind}
      data-size={size}
      data-only-icon={children ? undefined : "yes"}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      title={shut ?? rest.title}
      onClick={press}
    >
      {shut ? <Icon name="lock" small /> : busy ? <Icon name="sync" small /> : icon && <Icon name={icon} />}
      {children}
      {hotkey && !shut && <Kbd keys={hotkey} />}
    </button>
  );
}
