import type { Focus } from "../../../engine/model/chat";
import { IconButton } from "../../ui/icon-button";
import { Icon } from "../../ui/icons/icon";
import styles from "./focus-chip.module.css";
import { focusWords } from "./scope-words";

/** Says that questions go to one page only, and lets the person widen them again. */
export function FocusChip({
  focus,
  onClose,
}: {
  readonly focus: Focus;
  readonly onClose: (focus: Focus) => void;
}) {
  const words = focusWords(focus);
  return (
    <div className={styles.chip}>
      <Icon name="page" size={15} />
      <span className={styles.words} title={focus.url}>
        {words}
      </span>
      <IconButton
        className={styles.close ?? ""}
        icon="close"
        label="Ask everything again"
        onClick={() => onClose(focus)}
      />
    </div>
  );
}
