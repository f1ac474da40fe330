import { isInProgress } from "../../../../engine/chat/reduce-turn";
import type { FilterChip } from "../../../../engine/model/answer";
import type { Turn } from "../../../../engine/model/chat";
import { IconButton } from "../../../ui/icon-button";
import type { IconName } from "../../../ui/icons/icon-paths";
import { RemovableChip } from "../../../ui/removable-chip";
import { formatScope } from "../scope/format-scope";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-head.module.css";

const ICONS: Readonly<Record<FilterChip["field"], IconName>> = {
  source: "page",
  author: "person",
  container: "folder",
  type: "book",
  time: "clock",
};

/** The question, its scope, and the filters that were derived from its words. */
export function TurnHead({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const { question, understood, removedChips = [] } = turn;
  const scope = formatScope(turn.scope);
  const chips = understood?.chips ?? [];
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.question} title={question}>
          {question}
        </h2>
        {!isInProgress(turn) && (
          <IconButton
            className={styles.edit ?? ""}
            icon="edit"
            label="Change this question"
            onClick={() => actions.onEdit(turn)}
          />
        )}
      </div>
      {scope && <p className={styles.scope}>{scope}</p>}
      {turn.find && <p className={styles.scope}>Documents with these words</p>}
      {understood && understood.question !== question && (
        <p className={styles.scope}>Understood as: {understood.question}</p>
      )}
      {chips.length > 0 && (
        <div className={styles.chips}>
          {chips.map(({ id, field, label }) => (
            <RemovableChip
              key={id}
              icon={ICONS[field]}
              label={label}
              onRemove={() => actions.onRetry(turn, { removedChips: [...removedChips, id] })}
            />
          ))}
        </div>
      )}
    </header>
  );
}
