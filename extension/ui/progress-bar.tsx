import styles from "./progress-bar.module.css";

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** 0 while the total is unknown. */
  readonly total: number;
}

/** A progress bar; a text beside it should state the progress. */
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
