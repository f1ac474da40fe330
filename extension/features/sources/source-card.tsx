import { type ReactNode, useState } from "react";
import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import type { SourceSummary } from "../../messaging/protocol";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Icon } from "../../ui/icons/icon";
import { toIconName } from "../../ui/icons/to-icon-name";
import { Notice } from "../../ui/notice";
import styles from "./source-card.module.css";
import { SourceDetails } from "./source-details";
import { useSourceActions } from "./use-source-actions";

interface SourceCardProps {
  readonly declaration: ConnectorDeclaration;
  /** Absent while the source is switched off. */
  readonly summary: SourceSummary | undefined;
  readonly now: number;
  readonly onDone: () => void;
  /** Drawn at the right of the title. */
  readonly control?: (card: { on: boolean; busy: boolean; turn: (on: boolean) => void }) => ReactNode;
}

/** One source: what it is, how far it is, what can be done with it. */
export function SourceCard({ declaration, summary, now, onDone, control }: SourceCardProps) {
  const actions = useSourceActions(declaration, onDone);
  const [confirming, setConfirming] = useState(false);
  const title = declaration.multiple && summary ? summary.source.label : declaration.name;
  const turn = (on: boolean) => (on ? void actions.switchOn() : setConfirming(true));
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon name={toIconName(declaration.icon)} size={20} />
        </span>
        <div className={styles.words}>
          <h3 className={styles.title}>{title}</h3>
          {!declaration.multiple && <p className={styles.description}>{declaration.description}</p>}
        </div>
        {control?.({ on: summary !== undefined, busy: actions.busy, turn })}
      </div>
      {actions.problem && (
        <Notice tone="problem" onDismiss={actions.dismiss}>
          {actions.problem}
        </Notice>
      )}
      {summary && (
        <SourceDetails
          declaration={declaration}
          summary={summary}
          actions={actions}
          now={now}
          onRemove={() => setConfirming(true)}
        />
      )}
      {confirming && summary && (
        <ConfirmDialog
          title={`Remove ${title}?`}
          text="Atlas forgets everything it has read from here. The originals stay as they are."
          confirmLabel="Remove"
          onCancel={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            void actions.remove(summary.source);
          }}
        />
      )}
    </section>
  );
}
