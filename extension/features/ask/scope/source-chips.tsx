import { Chip } from "../../../ui/chip";
import type { IconName } from "../../../ui/icons/icon-paths";
import styles from "./source-chips.module.css";

export interface SourceChoice {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
}

interface SourceChipsProps {
  readonly sources: readonly SourceChoice[];
  /** Ids of the selected sources; none means all. */
  readonly selected: readonly string[];
  readonly onSelect: (selected: readonly string[]) => void;
}

/** One toggle per source; the pressed ones limit the scope. */
export function SourceChips({ sources, selected, onSelect }: SourceChipsProps) {
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has its own legend and border.
    <div className={styles.chips} role="group" aria-label="Ask only these sources">
      {sources.map(({ id, label, icon }) => (
        <Chip
          key={id}
          icon={icon}
          label={label}
          pressed={selected.includes(id)}
          onToggle={() => toggle(id)}
        />
      ))}
    </div>
  );
}
