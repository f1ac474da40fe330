import { type KeyboardEvent, useState } from "react";
import type { Choice } from "./choices";
import { type Completing, completing } from "./complete";

interface CompletionOptions {
  readonly text: string;
  readonly choicesFor: (word: Completing) => readonly Choice[];
  readonly onChoose: (choice: Choice, word: Completing) => void;
}

/** The menu under the caret: what it holds, which entry is active, and the keys that walk it. */
export function useCompletion({ text, choicesFor, onChoose }: CompletionOptions) {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  // Escape closes the menu of one word; the next word opens its own.
  const [closed, setClosed] = useState<number>();
  const word = completing(text, Math.min(caret, text.length));
  const choices = word && word.start !== closed ? choicesFor(word) : [];
  const at = Math.min(active, choices.length - 1);
  const choose = (choice: Choice | undefined) => choice && word && onChoose(choice, word);

  return {
    choices,
    active: at,
    choose,
    onCaret: (position: number) => {
      if (position === caret) return;
      setCaret(position);
      setActive(0);
      if (!completing(text, position)) setClosed(undefined);
    },
    /** True when the menu took the key. */
    onKeyDown: ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
      if (choices.length === 0) return false;
      if (key === "ArrowDown") setActive((at + 1) % choices.length);
      else if (key === "ArrowUp") setActive((at - 1 + choices.length) % choices.length);
      else if (key === "Escape") setClosed(word?.start);
      else if ((key === "Enter" && !shiftKey && !ctrlKey && !metaKey) || key === "Tab") choose(choices[at]);
      else return false;
      return true;
    },
  };
}
