import type { ConnectorDeclaration, SettingField } from "../../../../engine/connectors/connector";
import type { SourceSummary } from "../../../../engine/contract/sources";
import type { LedgerCounts, LedgerItem } from "../../../../engine/model/ledger";
import { Button } from "../../../ui/button";
import { Disclosure } from "../../../ui/disclosure";
import { formatCount } from "../../../ui/format-count";
import { IconButton } from "../../../ui/icon-button";
import { Notice } from "../../../ui/notice";
import { LedgerList } from "./ledger-list";
import styles from "./source-details.module.css";
import { SourceSettings } from "./source-settings";
import { SourceStatus } from "./source-status";
import type { useSourceActions } from "./use-source-actions";

/** A setting of every source, rendered like those of its connector. */
const DEVICE_ONLY_FIELD: SettingField = {
  key: "deviceOnly",
  label: "Keep on this computer",
  help: "Answers that use it are never made by a model on another machine.",
  kind: "boolean",
  initial: false,
};

interface SourceDetailsProps {
  readonly declaration: ConnectorDeclaration;
  readonly summary: SourceSummary;
  readonly actions: ReturnType<typeof useSourceActions>;
  readonly now: number;
  readonly onRemove: () => void;
  readonly onDisconnect: () => void;
  readonly onSignIn: () => void;
}

/** The details of a source that is on: progress, problem, settings, actions and failed items. */
export function SourceDetails(props: SourceDetailsProps) {
  const { declaration, summary, actions, now } = props;
  const { source, counts } = summary;
  const isManual = declaration.addedBy === "built-in";
  return (
    <div className={styles.details}>
      <SourceStatus summary={summary} now={now} />
      {source.problem && <Problem {...{ source, actions }} onSignIn={props.onSignIn} />}
      <Choices {...{ declaration, source, actions }} />
      <SourceSettings
        fields={[DEVICE_ONLY_FIELD]}
        settings={{ deviceOnly: source.deviceOnly === true }}
        disabled={actions.busy}
        onChange={(_, value) => void actions.setDeviceOnly(source, value === true)}
      />
      {!isManual && <Actions {...props} />}
      {isManual && counts.found > 0 && <Items declaration={declaration} {...{ source, actions }} />}
      <Coverage declaration={declaration} />
      {counts.found > 0 && <ItemProblems {...{ declaration, summary, actions }} />}
    </div>
  );
}

/** The settings of the source; collapsed for connected sources, which have many. */
function Choices({
  declaration,
  source,
  actions,
}: SourceAndActions & Pick<SourceDetailsProps, "declaration">) {
  const settings = (
    <SourceSettings
      // The vendor's address is set by the sign-in.
      fields={declaration.settings.filter(({ key }) => key !== declaration.service?.baseUrlSetting)}
      settings={source.settings}
      disabled={actions.busy}
      onChange={(key, value) => void actions.change(source, key, value)}
    />
  );
  if (declaration.addedBy !== "sign-in") return settings;
  return <Disclosure label="Choose what it reads">{settings}</Disclosure>;
}

/** The actions of the source. */
function Actions({ declaration, summary, actions, onRemove, onDisconnect }: SourceDetailsProps) {
  const { source } = summary;
  const paused = source.state === "paused";
  return (
    <div className={styles.actions}>
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
      {declaration.addedBy === "folder" && (
        <Button tone="quiet" icon="trash" disabled={actions.busy} onClick={onRemove}>
          Remove
        </Button>
      )}
      {declaration.addedBy === "sign-in" && (
        <Button tone="quiet" icon="close" disabled={actions.busy} onClick={onDisconnect}>
          Disconnect
        </Button>
      )}
    </div>
  );
}

type SourceAndActions = { readonly source: SourceSummary["source"] } & Pick<SourceDetailsProps, "actions">;

/** The problem of the source, with the button that solves it. */
function Problem({ source, actions, onSignIn }: SourceAndActions & Pick<SourceDetailsProps, "onSignIn">) {
  const { code, message } = source.problem ?? {};
  if (code === "wait") return <Notice tone="request">{message}</Notice>;
  if (code === "locked") return <Notice tone="request">{message}</Notice>;
  const [label, onClick] =
    code === "sign-in" || code === "disconnected"
      ? ["Sign in again", onSignIn]
      : source.state === "waiting"
        ? ["Allow again", () => void actions.allow(source)]
        : ["Try again", () => void actions.sync(source)];
  return (
    <Notice
      tone="problem"
      actions={
        <Button disabled={actions.busy} onClick={onClick}>
          {label}
        </Button>
      }
    >
      {message}
    </Notice>
  );
}

/** Items that were added by hand can be removed by hand. */
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

/** What of the vendor's content is read at all. */
function Coverage({ declaration: { reads, notRead } }: Pick<SourceDetailsProps, "declaration">) {
  return (
    <Disclosure label="What is read, and what is not">
      <div className={styles.coverage}>
        <CoverageList title="Read" phrases={reads} />
        <CoverageList title="Not read" phrases={notRead} />
      </div>
    </Disclosure>
  );
}

function CoverageList({ title, phrases }: { readonly title: string; readonly phrases: readonly string[] }) {
  if (phrases.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </section>
  );
}

/** "What was left out (4 not read · 12 in part)". */
function formatLeftOut({ skipped, failed, partial }: LedgerCounts): string {
  const parts = [
    ...(skipped + failed > 0 ? [`${formatCount(skipped + failed)} not read`] : []),
    ...(partial > 0 ? [`${formatCount(partial)} in part`] : []),
  ];
  return parts.length === 0 ? "Anything left out?" : `What was left out (${parts.join(" · ")})`;
}

function ItemProblems({
  declaration,
  summary,
  actions,
}: Pick<SourceDetailsProps, "declaration" | "summary" | "actions">) {
  const { source, counts } = summary;
  return (
    <Disclosure label={formatLeftOut(counts)}>
      <LedgerList
        sourceId={source.id}
        withReason
        nameBy={declaration.addedBy === "folder" ? "itemId" : "title"}
        empty="Nothing: every item was read in full."
        {...(declaration.addedBy === "sign-in" && {
          renderAction: (item: LedgerItem) => (
            <IconButton
              icon="retry"
              label={`Try ${item.title} again`}
              disabled={actions.busy}
              onClick={() => void actions.retryItem(source, item.itemId)}
            />
          ),
        })}
      />
    </Disclosure>
  );
}
