import { Icon } from "../../../../ui/icons/icon";
import styles from "./completion-menu.module.css";
import type { CompletionItem } from "./get-completion-items";

interface CompletionMenuProps {
  readonly id: string;
  readonly items: readonly CompletionItem[];
  /** Index of the active item, which Enter chooses. */
  readonly active: number;
  readonly onChoose: (item: CompletionItem) => void;
}

/** The completions of the token at the caret. The text box keeps the focus and moves the active item. */
export function CompletionMenu({ id, items, active, onChoose }: CompletionMenuProps) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className={styles.menu}>
      {items.map((item, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box handles the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and refers to the active item.
        <div
          key={item.id}
          id={`${id}-${position}`}
          role="option"
          aria-selected={position === active}
          className={styles.choice}
          // Keeps the focus in the text box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
        >
          {item.insertText === "" && <Icon name={item.icon} size={15} />}
          <span className={styles.label}>{item.label}</span>
          {item.hint && <span className={styles.hint}>{item.hint}</span>}
        </div>
      ))}
    </div>
  );
}
