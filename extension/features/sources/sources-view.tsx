import type { ReactNode } from "react";
import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icons/icon";
import { Logo } from "../../ui/icons/logo";
import { Notice } from "../../ui/notice";
import { Switch } from "../../ui/switch";
import { SourceCard } from "./source-card";
import styles from "./sources-view.module.css";
import { StorageSection } from "./storage-section";
import { useAddFolder } from "./use-add-folder";
import { useFileDrag } from "./use-file-drag";
import { type Sources, useSources } from "./use-sources";

/** The options page: every source, what became of it, and what is stored. */
export function SourcesView() {
  const { value, problem, refresh } = useSources();
  const folders = useAddFolder(refresh);
  const dragging = useFileDrag((transfer) => void folders.drop(transfer));
  return (
    <main className={styles.page}>
      <title>Atlas: sources and settings</title>
      <header className={styles.header}>
        <Logo size={32} />
        <h1 className={styles.name}>Atlas</h1>
      </header>
      <p className={styles.privacy}>
        <Icon name="lock" size={16} />
        <span>
          What leaves your computer: nothing. What Atlas reads, its index and your questions stay in this
          browser. Web pages you let it read are fetched from their own sites, without your cookies.
        </span>
      </p>
      {problem && (
        <Notice tone="problem" actions={<Button onClick={refresh}>Try again</Button>}>
          {problem}
        </Notice>
      )}
      <Section
        title="Folders"
        action={
          <Button tone="primary" icon="plus" disabled={folders.busy} onClick={() => void folders.pick()}>
            Add folder
          </Button>
        }
      >
        {folders.problem && (
          <div className={styles.notice}>
            <Notice tone="problem" onDismiss={folders.dismiss}>
              {folders.problem}
            </Notice>
          </div>
        )}
        {value && <Folders sources={value} onDone={refresh} />}
      </Section>
      {value && (
        <Section title="From this browser">
          <SingleSources sources={value} onDone={refresh} />
        </Section>
      )}
      <Section title="Storage">
        <div className={styles.padded}>
          <StorageSection onDone={refresh} />
        </div>
      </Section>
      {dragging && (
        <div className={styles.target}>
          <Icon name="folder" size={40} />
          Drop folders to add them
        </div>
      )}
    </main>
  );
}

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Section({ title, action, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {action}
      </div>
      <div className={styles.box}>{children}</div>
    </section>
  );
}

interface ListProps {
  readonly sources: Sources;
  readonly onDone: () => void;
}

function Folders({ sources, onDone }: ListProps) {
  const now = Date.now();
  const folders = sources.summaries.flatMap((summary) => {
    const declaration = declarationOf(sources, summary.source.connectorId);
    return declaration?.addedBy === "folder" ? [{ summary, declaration }] : [];
  });
  if (folders.length === 0) {
    return (
      <p className={styles.empty}>
        Add a folder with notes, documents or code, or drop one anywhere on this page. Atlas reads it and
        notices what changes.
      </p>
    );
  }
  return folders.map(({ summary, declaration }) => (
    <SourceCard
      key={summary.source.id}
      declaration={declaration}
      summary={summary}
      now={now}
      onDone={onDone}
    />
  ));
}

/** Sources there is one of: switched on and off, or coming with the product. */
function SingleSources({ sources, onDone }: ListProps) {
  const now = Date.now();
  return sources.declarations
    .filter(({ multiple }) => !multiple)
    .map((declaration) => (
      <SourceCard
        key={declaration.id}
        declaration={declaration}
        summary={sources.summaries.find(({ source }) => source.connectorId === declaration.id)}
        now={now}
        onDone={onDone}
        {...(declaration.addedBy === "switch" && {
          control: ({ on, busy, turn }) => (
            <Switch
              id={`switch-${declaration.id}`}
              label={declaration.name}
              checked={on}
              disabled={busy}
              onChange={turn}
            />
          ),
        })}
      />
    ));
}

function declarationOf(sources: Sources, connectorId: string): ConnectorDeclaration | undefined {
  return sources.declarations.find(({ id }) => id === connectorId);
}
