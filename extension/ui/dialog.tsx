import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  /** A sentence below the title, which describes the dialog to screen readers. */
  readonly text?: string;
  readonly children?: ReactNode;
  /** Buttons; the default action comes last. */
  readonly actions: ReactNode;
  /** Called on Escape. */
  readonly onCancel: () => void;
}

/** A modal dialog. Rendering opens it; unmounting restores the focus. */
export function Dialog({ title, text, children, actions, onCancel }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    // React removes the dialog without closing it, so the browser does not restore the focus.
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
