import { Icon } from "../../ui/icons/icon";
import type { Choice } from "./choices";
import styles from "./completion-menu.module.css";

interface CompletionMenuProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** Position of the choice that Enter takes. */
  readonly active: number;
  readonly onChoose: (choice: Choice) => void;
}

/** What the word at the caret may become. The text box keeps the focus and walks it with the arrow keys. */
export function CompletionMenu({ id, choices, active, onChoose }: CompletionMenuProps) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className={styles.menu}>
      {choices.map((choice, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box hears the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the active choice.
        <div
          key={choice.id}
          id={`${id}-${position}`}
          role="option"
          aria-selected={position === active}
          className={styles.choice}
          // Before the click takes the focus away from the text box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          {choice.insert === "" && <Icon name={choice.icon} size={15} />}
          <span className={styles.label}>{choice.label}</span>
          {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
        </div>
      ))}
    </div>
  );
}
