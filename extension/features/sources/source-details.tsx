import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import type { SourceSummary } from "../../messaging/protocol";
import { Button } from "../../ui/button";
import { Disclosure } from "../../ui/disclosure";
import { formatCount } from "../../ui/format-count";
import { IconButton } from "../../ui/icon-button";
import { Notice } from "../../ui/notice";
import { LedgerList } from "./ledger-list";
import styles from "./source-details.module.css";
import { SourceSettings } from "./source-settings";
import { SourceStatus } from "./source-status";
import type { useSourceActions } from "./use-source-actions";

interface SourceDetailsProps {
  readonly declaration: ConnectorDeclaration;
  readonly summary: SourceSummary;
  readonly actions: ReturnType<typeof useSourceActions>;
  readonly now: number;
  readonly onRemove: () => void;
}

/** Under the head of a source that is on: progress, problem, settings, actions, and what went wrong. */
export function SourceDetails({ declaration, summary, actions, now, onRemove }: SourceDetailsProps) {
  const { source, counts } = summary;
  const byHand = declaration.addedBy === "built-in";
  const paused = source.state === "paused";
  return (
    <div className={styles.details}>
      <SourceStatus summary={summary} now={now} />
      {source.problem && <Problem {...{ source, actions }} />}
      <SourceSettings
        fields={declaration.settings}
        settings={source.settings}
        disabled={actions.busy}
        onChange={(key, value) => void actions.change(source, key, value)}
      />
      <div className={styles.actions}>
        {!byHand && (
          <>
            <Button
              tone="quiet"
              icon="retry"
              disabled={actions.busy || paused || source.state === "syncing"}
              onClick={() => void actions.sync(source)}
            >
              Sync now
            </Button>
            <Button
              tone="quiet"
              icon={paused ? "play" : "pause"}
              disabled={actions.busy}
              onClick={() => void actions.pause(source, !paused)}
            >
              {paused ? "Resume" : "Pause"}
            </Button>
          </>
        )}
        {declaration.addedBy === "folder" && (
          <Button tone="quiet" icon="trash" disabled={actions.busy} onClick={onRemove}>
            Remove
          </Button>
        )}
      </div>
      {byHand && counts.found > 0 && <Items declaration={declaration} {...{ source, actions }} />}
      {counts.found > 0 && <WentWrong declaration={declaration} summary={summary} />}
    </div>
  );
}

type SourceAndActions = { readonly source: SourceSummary["source"] } & Pick<SourceDetailsProps, "actions">;

function Problem({ source, actions }: SourceAndActions) {
  const waiting = source.state === "waiting";
  return (
    <Notice
      tone="problem"
      actions={
        <Button
          disabled={actions.busy}
          onClick={() => void (waiting ? actions.allow(source) : actions.sync(source))}
        >
          {waiting ? "Allow again" : "Try again"}
        </Button>
      }
    >
      {source.problem?.message}
    </Notice>
  );
}

/** What the person put in by hand can be taken out by hand. */
function Items({ declaration, source, actions }: SourceAndActions & Pick<SourceDetailsProps, "declaration">) {
  return (
    <Disclosure label={`Show ${declaration.name.toLowerCase()}`}>
      <LedgerList
        sourceId={source.id}
        withReason={false}
        nameBy="title"
        empty="Nothing is here any more."
        renderAction={(item) => (
          <IconButton
            icon="trash"
            label={`Remove ${item.title}`}
            disabled={actions.busy}
            onClick={() => void actions.removeItem(source, item.itemId)}
          />
        )}
      />
    </Disclosure>
  );
}

function WentWrong({ declaration, summary }: Pick<SourceDetailsProps, "declaration" | "summary">) {
  const { source, counts } = summary;
  const count = counts.skipped + counts.failed;
  return (
    <Disclosure label={count > 0 ? `What went wrong (${formatCount(count)})` : "Anything left out?"}>
      <LedgerList
        sourceId={source.id}
        withReason
        nameBy={declaration.addedBy === "folder" ? "itemId" : "title"}
        empty="Nothing: every item was read in full."
      />
    </Disclosure>
  );
}
