import type { ReactNode } from "react";
import styles from "./answer-text.module.css";

/** Sites, and Atlas's own reader. */
const LINK_PROTOCOLS = new Set(["https:", "http:", "chrome-extension:"]);

/** A link of an answer, with the site it leads to beside it: its words are whatever a source or a model wrote. */
export function AnswerLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!URL.canParse(url)) return children;
  const { href, protocol, host } = new URL(url);
  if (!LINK_PROTOCOLS.has(protocol)) return children;
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer" title={href}>
        {children}
      </a>
      {protocol.startsWith("http") && <span className={styles.host}> ({host})</span>}
    </>
  );
}
