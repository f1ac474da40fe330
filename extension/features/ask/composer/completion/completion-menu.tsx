import { Icon } from "../../../../ui/icons/icon";
import styles from "./completion-menu.module.css";
import type { CompletionItem } from "./get-completion-items";

interface CompletionMenuProps {
  readonly id: string;
  readonly items: readonly CompletionItem[];
  /** Position of the choice that Enter takes. */
  readonly active: number;
  readonly onChoose: (item: CompletionItem) => void;
}

/** What the word at the caret may become. The text box keeps the focus and walks it with the arrow keys. */
export function CompletionMenu({ id, items, active, onChoose }: CompletionMenuProps) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className={styles.menu}>
      {items.map((item, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box hears the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the active choice.
        <div
          key={item.id}
          id={`${id}-${position}`}
          role="option"
          aria-selected={position === active}
          className={styles.choice}
          // Before the click takes the focus away from the text box.
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
