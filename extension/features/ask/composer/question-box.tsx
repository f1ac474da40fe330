import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { IconButton } from "../../../ui/icon-button";
import { CompletionMenu } from "./completion/completion-menu";
import type { CompletionToken } from "./completion/find-completion-token";
import type { CompletionItem } from "./completion/get-completion-items";
import { useCompletion } from "./completion/use-completion";
import styles from "./question-box.module.css";

export interface QuestionBoxHandle {
  /** Replaces the text and moves the caret to its end. */
  fill(text: string): void;
  /** Restores the focus after a button that disappeared when it was pressed. */
  focus(): void;
}

interface QuestionBoxProps {
  readonly ref?: Ref<QuestionBoxHandle>;
  readonly streaming: boolean;
  readonly placeholder: string;
  /** The completions of the token at the caret. */
  readonly getItems: (token: CompletionToken) => readonly CompletionItem[];
  readonly onAddScope: (item: CompletionItem) => void;
  /** Returns false to keep the text in the box. */
  readonly onAsk: (text: string) => boolean;
  readonly onStop: () => void;
  /** Arrow up in an empty box. */
  readonly onRecall: () => void;
  readonly onEscape: () => void;
  /** Buttons before the text. */
  readonly children?: ReactNode;
}

/** The text box for questions: Enter sends, Shift+Enter starts a new line, "/" and "@" open a menu. */
export function QuestionBox({ ref, streaming, placeholder, children, ...props }: QuestionBoxProps) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // The panel is opened to ask a question.
  useEffect(() => box.current?.focus(), []);
  const fill = (words: string) => {
    setText(words);
    completion.onCaret(words.length);
    box.current?.focus();
  };
  useImperativeHandle(ref, () => ({ fill, focus: () => box.current?.focus() }));
  const send = (words: string) => {
    if (words.trim() !== "" && props.onAsk(words)) setText("");
  };
  const completion = useCompletion({
    text,
    getItems: props.getItems,
    onChoose: (item, { start, end }) => {
      if (item.scope) props.onAddScope(item);
      const words = text.slice(0, start) + item.insertText + text.slice(end).trimStart();
      if (item.submitsImmediately) send(words);
      else fill(words);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // During composition, Enter accepts the suggestion of the input method.
    if (event.nativeEvent.isComposing) return;
    if (completion.onKeyDown(event) || handleKey(event, text, { ...props, streaming, send })) {
      event.preventDefault();
    }
  };
  return (
    <div className={styles.box}>
      {completion.items.length > 0 && <CompletionMenu id={id} {...completion} onChoose={completion.choose} />}
      {children}
      <textarea
        ref={box}
        className={styles.text}
        rows={1}
        aria-label="Your question"
        aria-autocomplete="list"
        aria-controls={completion.items.length > 0 ? id : undefined}
        aria-activedescendant={completion.items.length > 0 ? `${id}-${completion.active}` : undefined}
        placeholder={placeholder}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          completion.onCaret(currentTarget.selectionEnd);
        }}
        onSelect={(event) => completion.onCaret(event.currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
      />
      <SendButton
        streaming={streaming}
        disabled={text.trim() === ""}
        onSend={() => send(text)}
        onStop={() => {
          props.onStop();
          box.current?.focus();
        }}
      />
    </div>
  );
}

interface SendButtonProps {
  readonly streaming: boolean;
  readonly disabled: boolean;
  readonly onSend: () => void;
  readonly onStop: () => void;
}

function SendButton({ streaming, disabled, onSend, onStop }: SendButtonProps) {
  const className = styles.button ?? "";
  if (streaming) {
    return <IconButton className={className} icon="stop" label="Stop" tone="plain" onClick={onStop} />;
  }
  return (
    <IconButton
      className={className}
      icon="send"
      label="Ask"
      tone="primary"
      disabled={disabled}
      onClick={onSend}
    />
  );
}

type KeyHandlers = Pick<QuestionBoxProps, "streaming" | "onRecall" | "onEscape" | "onStop"> & {
  readonly send: (text: string) => void;
};

/** Handles a key outside the menu; true when it was handled. */
function handleKey({ key, shiftKey }: KeyboardEvent, text: string, handlers: KeyHandlers): boolean {
  if (key === "Enter" && !shiftKey) handlers.send(text);
  else if (key === "ArrowUp" && text === "") handlers.onRecall();
  else if (key === "Escape" && handlers.streaming) handlers.onStop();
  else if (key === "Escape") handlers.onEscape();
  else return false;
  return true;
}
