import styles from "./progress-bar.module.css";

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** 0 while the amount of work is unknown. */
  readonly total: number;
}

/** How far a piece of work is; the sentence that says so in words stands beside it. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  if (total === 0) {
    return (
      <div className={`${styles.track} ${styles.unknown}`} role="progressbar" aria-label={label}>
        <div className={styles.bar} />
      </div>
    );
  }
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <div className={styles.bar} style={{ width: `${Math.min(100, (100 * done) / total)}%` }} />
    </div>
  );
}
