import type { ReactNode } from "react";
import { IconButton } from "./icon-button";
import { Icon } from "./icons/icon";
import styles from "./notice.module.css";

interface NoticeProps {
  /** `done` confirms, `request` asks the person for something, `problem` reports an error. */
  readonly tone: "done" | "request" | "problem";
  readonly children: ReactNode;
  /** Buttons that solve the problem. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const ICONS = { done: "check", request: "lock", problem: "warning" } as const;

/** A message that screen readers announce when it appears. */
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
