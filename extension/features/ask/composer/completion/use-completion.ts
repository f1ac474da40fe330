import { type KeyboardEvent, useState } from "react";
import { type CompletionToken, findCompletionToken } from "./find-completion-token";
import type { CompletionItem } from "./get-completion-items";

interface CompletionOptions {
  readonly text: string;
  readonly getItems: (token: CompletionToken) => readonly CompletionItem[];
  readonly onChoose: (item: CompletionItem, token: CompletionToken) => void;
}

/** The state of the completion menu: its items, the active one, and the keys that it handles. */
export function useCompletion({ text, getItems, onChoose }: CompletionOptions) {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  // Escape closes the menu of one token; the next token opens its own.
  const [dismissedStart, setDismissedStart] = useState<number>();
  const token = findCompletionToken(text, Math.min(caret, text.length));
  const items = token && token.start !== dismissedStart ? getItems(token) : [];
  const activeIndex = Math.min(active, items.length - 1);
  const choose = (item: CompletionItem | undefined) => item && token && onChoose(item, token);

  return {
    items,
    active: activeIndex,
    choose,
    onCaret: (position: number) => {
      if (position === caret) return;
      setCaret(position);
      setActive(0);
      if (!findCompletionToken(text, position)) setDismissedStart(undefined);
    },
    /** True when the menu handled the key. */
    onKeyDown: ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
      if (items.length === 0) return false;
      if (key === "ArrowDown") setActive((activeIndex + 1) % items.length);
      else if (key === "ArrowUp") setActive((activeIndex - 1 + items.length) % items.length);
      else if (key === "Escape") setDismissedStart(token?.start);
      else if ((key === "Enter" && !shiftKey && !ctrlKey && !metaKey) || key === "Tab")
        choose(items[activeIndex]);
      else return false;
      return true;
    },
  };
}
