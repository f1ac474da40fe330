import { type ReactNode, useState } from "react";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SourceSummary } from "../../../../engine/contract/sources";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { Icon } from "../../../ui/icons/icon";
import { toIconName } from "../../../ui/icons/to-icon-name";
import { Notice } from "../../../ui/notice";
import { ConnectDialog } from "../connect/connect-dialog";
import { DisconnectDialog } from "../connect/disconnect-dialog";
import styles from "./source-card.module.css";
import { SourceDetails } from "./source-details";
import { useSourceActions } from "./use-source-actions";

interface SourceCardProps {
  readonly declaration: ConnectorDeclaration;
  /** Absent while the source is switched off. */
  readonly summary: SourceSummary | undefined;
  readonly now: number;
  readonly onDone: () => void;
  /** Rendered at the right of the title. */
  readonly control?: (card: { on: boolean; busy: boolean; toggle: (on: boolean) => void }) => ReactNode;
}

/** One source: description, progress and actions. */
export function SourceCard({ declaration, summary, now, onDone, control }: SourceCardProps) {
  const actions = useSourceActions(declaration, onDone);
  const [dialog, setDialog] = useState<"remove" | "disconnect" | "sign-in">();
  const showDialog = (kind: typeof dialog) => () => setDialog(kind);
  const title = declaration.multiple && summary ? summary.source.label : declaration.name;
  const description = declaration.multiple ? summary?.source.account?.name : declaration.description;
  const toggle = (on: boolean) => (on ? void actions.switchOn() : setDialog("remove"));
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon name={toIconName(declaration.icon)} size={20} />
        </span>
        <div className={styles.words}>
          <h3 className={styles.title}>{title}</h3>
          {description && <p className={styles.description}>{description}</p>}
        </div>
        {control?.({ on: summary !== undefined, busy: actions.busy, toggle })}
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
          onRemove={showDialog("remove")}
          onDisconnect={showDialog("disconnect")}
          onSignIn={showDialog("sign-in")}
        />
      )}
      {dialog && summary && (
        <CardDialog
          {...{ dialog, declaration, title, actions, onDone }}
          source={summary.source}
          onClose={showDialog(undefined)}
        />
      )}
    </section>
  );
}

interface CardDialogProps extends Pick<SourceCardProps, "declaration" | "onDone"> {
  readonly dialog: "remove" | "disconnect" | "sign-in";
  readonly title: string;
  readonly source: SourceSummary["source"];
  readonly actions: ReturnType<typeof useSourceActions>;
  readonly onClose: () => void;
}

/** The open dialog of a card. */
function CardDialog({ dialog, declaration, title, source, actions, onClose, onDone }: CardDialogProps) {
  if (dialog === "sign-in") {
    const done = () => {
      onClose();
      onDone();
    };
    return <ConnectDialog declaration={declaration} source={source} onClose={onClose} onDone={done} />;
  }
  if (dialog === "disconnect") {
    const disconnect = (forget: boolean) => {
      onClose();
      void actions.disconnect(source, forget);
    };
    return <DisconnectDialog name={title} onCancel={onClose} onDisconnect={disconnect} />;
  }
  return (
    <ConfirmDialog
      title={`Remove ${title}?`}
      text="Atlas forgets everything it has read from here. The originals stay as they are."
      confirmLabel="Remove"
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void actions.remove(source);
      }}
    />
  );
}
