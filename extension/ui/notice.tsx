import type { ReactNode } from "react";
import { IconButton } from "./icon-button";
import { Icon } from "./icons/icon";
import styles from "./notice.module.css";

interface NoticeProps {
  /** `done` confirms, `request` asks for something, `problem` says what went wrong. */
  readonly tone: "done" | "request" | "problem";
  readonly children: ReactNode;
  /** Buttons that remedy what the notice says. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const ICONS = { done: "check", request: "lock", problem: "warning" } as const;

/** A sentence the person should see, announced to screen readers when it appears. */
export function Notice({ tone, children, actions, onDismiss }: NoticeProps) {
  const problem = tone === "problem";
  return (
    <div className={`${styles.notice} ${problem ? styles.problem : ""}`} role={problem ? "alert" : "status"}>
      <Icon name={ICONS[tone]} size={16} />
      <div className={styles.body}>
        <div>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton className={styles.dismiss ?? ""} icon="close" label="Dismiss" onClick={onDismiss} />
      )}
    </div>
  );
}
