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
import { IconButton } from "../../ui/icon-button";
import type { Choice } from "./choices";
import type { Completing } from "./complete";
import { CompletionMenu } from "./completion-menu";
import styles from "./question-box.module.css";
import { useCompletion } from "./use-completion";

export interface QuestionBoxHandle {
  /** Puts words into the box, and the caret behind them. */
  fill(text: string): void;
  /** Takes the keyboard back from a button that went away when it was pressed. */
  focus(): void;
}

interface QuestionBoxProps {
  readonly ref?: Ref<QuestionBoxHandle>;
  readonly streaming: boolean;
  readonly placeholder: string;
  /** What may be put in place of the word at the caret. */
  readonly choicesFor: (word: Completing) => readonly Choice[];
  readonly onNarrow: (choice: Choice) => void;
  /** True when it was taken; otherwise the words stay for the person to go on. */
  readonly onAsk: (text: string) => boolean;
  readonly onStop: () => void;
  /** Arrow up in an empty box. */
  readonly onRecall: () => void;
  readonly onEscape: () => void;
  /** Buttons before the words. */
  readonly children?: ReactNode;
}

/** Where the question is typed: Enter sends, Shift+Enter starts a new line, "/" and "@" open a menu. */
export function QuestionBox({ ref, streaming, placeholder, children, ...props }: QuestionBoxProps) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // The panel is opened to ask: the keyboard can begin at once.
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
    choicesFor: props.choicesFor,
    onChoose: (choice, { start, end }) => {
      if (choice.narrow) props.onNarrow(choice);
      const words = text.slice(0, start) + choice.insert + text.slice(end).trimStart();
      if (choice.atOnce) send(words);
      else fill(words);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method is composing, Enter accepts its suggestion.
    if (event.nativeEvent.isComposing) return;
    if (completion.onKeyDown(event) || answerKey(event, text, { ...props, streaming, send })) {
      event.preventDefault();
    }
  };
  return (
    <div className={styles.box}>
      {completion.choices.length > 0 && (
        <CompletionMenu id={id} {...completion} onChoose={completion.choose} />
      )}
      {children}
      <textarea
        ref={box}
        className={styles.text}
        rows={1}
        aria-label="Your question"
        aria-autocomplete="list"
        aria-controls={completion.choices.length > 0 ? id : undefined}
        aria-activedescendant={completion.choices.length > 0 ? `${id}-${completion.active}` : undefined}
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

type KeyAnswers = Pick<QuestionBoxProps, "streaming" | "onRecall" | "onEscape" | "onStop"> & {
  readonly send: (text: string) => void;
};

/** Does what a key means outside the menu; true when it meant something. */
function answerKey({ key, shiftKey }: KeyboardEvent, text: string, on: KeyAnswers): boolean {
  if (key === "Enter" && !shiftKey) on.send(text);
  else if (key === "ArrowUp" && text === "") on.onRecall();
  else if (key === "Escape" && on.streaming) on.onStop();
  else if (key === "Escape") on.onEscape();
  else return false;
  return true;
}
