import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  /** A sentence under the title, read out with it. */
  readonly text?: string;
  readonly children?: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly actions: ReactNode;
  /** Escape. */
  readonly onCancel: () => void;
}

/** A modal dialog. Render it to open it; focus goes back to where it was when it is gone. */
export function Dialog({ title, text, children, actions, onCancel }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    // React takes the dialog out of the page without closing it, so the browser gives no focus back.
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={text ? `${id}-text` : undefined}
      onCancel={onCancel}
    >
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      {text && (
        <p id={`${id}-text`} className={styles.text}>
          {text}
        </p>
      )}
      {children}
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
}
