import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";

interface ButtonProps extends ComponentProps<"button"> {
  /** How much the button asks for attention; at most one primary button in view. */
  readonly tone?: "primary" | "plain" | "quiet" | "danger";
  readonly icon?: IconName;
}

/** A button with words, and an icon before them if one helps. */
export function Button({ tone = "plain", icon, children, className, ...rest }: ButtonProps) {
  const iconOnly = children === undefined ? styles.iconOnly : "";
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[tone]} ${iconOnly} ${className ?? ""}`}
      {...rest}
    >
      {icon && <Icon name={icon} size={children === undefined ? 18 : 16} />}
      {children}
    </button>
  );
}
