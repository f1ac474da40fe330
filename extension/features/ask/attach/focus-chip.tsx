import { useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { IconButton } from "../../../ui/icon-button";
import { Icon } from "../../../ui/icons/icon";
import { formatFocus } from "../scope/format-scope";
import styles from "./focus-chip.module.css";
import { FocusDialog } from "./focus-dialog";

interface FocusChipProps {
  readonly focus: Focus;
  /** The image file it was read from. */
  readonly picture?: File | undefined;
  readonly onClose: (focus: Focus) => void;
}

/** Shows the focus of questions, opens the text that was read of it, and removes it. */
export function FocusChip({ focus, picture, onClose }: FocusChipProps) {
  const [shows, setShows] = useState(false);
  return (
    <div className={styles.chip}>
      <div className={styles.row}>
        <Icon name={focus.kind === "image" ? "image" : "page"} size={15} />
        <button
          type="button"
          className={`${styles.words} ${styles.show}`}
          title={`Show what Atlas reads${focus.url && ` of ${focus.url}`}`}
          onClick={() => setShows(true)}
        >
          {formatFocus(focus)}
        </button>
        <IconButton
          className={styles.close ?? ""}
          icon="close"
          label="Ask all sources instead"
          onClick={() => onClose(focus)}
        />
      </div>
      {focus.note && (
        <p className={styles.note} role="status">
          {focus.note}
        </p>
      )}
      {shows && <FocusDialog focus={focus} picture={picture} onClose={() => setShows(false)} />}
    </div>
  );
}
