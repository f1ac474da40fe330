import { type ReactNode, useState } from "react";
import styles from "./disclosure.module.css";
import { Icon } from "./icons/icon";

/** A collapsible section; its content is rendered only while it is open. */
export function Disclosure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <Icon name="chevron" size={16} />
        {label}
      </summary>
      {open && children}
    </details>
  );
}
