import type { ComponentProps } from "react";
import styles from "./button.module.css";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";

interface ButtonProps extends ComponentProps<"button"> {
  /** Visual weight; a view has at most one primary button. */
  readonly tone?: "primary" | "plain" | "quiet" | "danger";
  readonly icon?: IconName;
}

/** A button with a label and an optional icon. */
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
