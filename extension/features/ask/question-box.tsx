import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "../../ui/icon-button";
import styles from "./question-box.module.css";

interface QuestionBoxProps {
  readonly streaming: boolean;
  readonly placeholder: string;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

/** Where the question is typed: Enter sends, Shift+Enter starts a new line. */
export function QuestionBox({ streaming, placeholder, onAsk, onStop }: QuestionBoxProps) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const question = text.trim();
  // The panel is opened to ask: the keyboard can begin at once.
  useEffect(() => box.current?.focus(), []);
  const send = () => {
    if (question === "") return;
    onAsk(question);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is composing, Enter accepts its suggestion.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles.box}>
      <textarea
        ref={box}
        className={styles.text}
        rows={1}
        aria-label="Your question"
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {streaming ? (
        <IconButton className={styles.button ?? ""} icon="stop" label="Stop" tone="plain" onClick={onStop} />
      ) : (
        <IconButton
          className={styles.button ?? ""}
          icon="send"
          label="Ask"
          tone="primary"
          disabled={question === ""}
          onClick={send}
        />
      )}
    </div>
  );
}
