import type { DevicePrompt } from "../../../../engine/auth/auth";
import { safeUrl } from "../../../ui/safe-url";
import styles from "./device-code.module.css";

/** The code to type at the vendor while the sign-in waits for it. */
export function DeviceCode({ prompt }: { readonly prompt: DevicePrompt }) {
  const href = safeUrl(prompt.verificationUrl);
  return (
    <div className={styles.device} role="status">
      <p>
        Open{" "}
        <a href={href} target="_blank" rel="noopener noreferrer">
          {href && new URL(href).host}
        </a>{" "}
        and enter this code:
      </p>
      <output className={styles.code}>{prompt.userCode}</output>
      <p className={styles.wait}>This window goes on by itself once you have.</p>
    </div>
  );
}
