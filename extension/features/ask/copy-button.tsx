import { useEffect, useState } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { useAction } from "../../ui/use-action";
import { answerForClipboard } from "./answer-for-clipboard";
import type { Turn } from "./conversation";
import styles from "./copy-button.module.css";

/** How long the button says that it has copied, in milliseconds. */
const CONFIRMATION = 2_000;

/** Copies an answer with its citations as links. */
export function CopyButton({ turn }: { readonly turn: Turn }) {
  const [copied, setCopied] = useState(false);
  const action = useAction();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    action.run(async () => {
      await navigator.clipboard.writeText(answerForClipboard(turn));
      setCopied(true);
    });
  return (
    <>
      <Button className={styles.button ?? ""} tone="quiet" icon={copied ? "check" : "copy"} onClick={copy}>
        {copied ? "Copied" : "Copy"}
      </Button>
      {action.problem && (
        <Notice tone="problem" onDismiss={action.dismiss}>
          {`Cannot copy the answer: ${action.problem}`}
        </Notice>
      )}
    </>
  );
}
