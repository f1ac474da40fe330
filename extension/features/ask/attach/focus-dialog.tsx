import { useEffect, useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { callEngine } from "../../../messaging/call-engine";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/notice";
import { useAction } from "../../../ui/use-action";
import styles from "./focus-dialog.module.css";

interface FocusDialogProps {
  readonly focus: Focus;
  /** The image file it was read from. */
  readonly picture?: File | undefined;
  readonly onClose: () => void;
}

/** Shows the text that Atlas read of a page, a file or an image. */
export function FocusDialog({ focus, picture, onClose }: FocusDialogProps) {
  const { focusId, title, note } = focus;
  const { run, problem } = useAction();
  const [text, setText] = useState<string>();
  const read = async () => setText(await callEngine("focus-text", { focusId }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once; `run` and `read` change with every render.
  useEffect(() => void run(read), []);
  return (
    <Dialog
      title={`What Atlas reads in “${title}”`}
      {...(note !== undefined && { text: note })}
      onCancel={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {problem && <Notice tone="problem">{problem}</Notice>}
      {picture && <Picture file={picture} name={title} />}
      {text !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it must scroll with the keyboard, too.
        <pre className={styles.text} tabIndex={0}>
          {text}
        </pre>
      )}
    </Dialog>
  );
}

function Picture({ file, name }: { readonly file: File; readonly name: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url && <img className={styles.picture} src={url} alt={name} />;
}
