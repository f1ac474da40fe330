import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { DropTarget } from "../../ui/drop-target";
import { Icon } from "../../ui/icons/icon";
import { Logo } from "../../ui/icons/logo";
import { Notice } from "../../ui/notice";
import { usePageTitle } from "../../ui/use-page-title";
import { BrowserSources } from "./browser-sources";
import { ConnectedApps } from "./connect/connected-apps";
import { FolderList } from "./folders/folder-list";
import { useAddFolder } from "./folders/use-add-folder";
import { Section } from "./section";
import styles from "./sources-view.module.css";
import { StorageSection } from "./storage/storage-section";
import { useSources } from "./use-sources";

interface SourcesViewProps {
  /** About what Atlas has stored as a whole. */
  readonly notices: ReactNode;
  readonly signIns: ReactNode;
  readonly models: ReactNode;
}

/** The options page: sources, language models, sign-ins and storage. */
export function SourcesView({ notices, signIns, models }: SourcesViewProps) {
  usePageTitle("Atlas: sources and settings");
  const { value, problem, refresh } = useSources();
  const folders = useAddFolder(refresh);
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Logo size={32} />
        <h1 className={styles.name}>Atlas</h1>
      </header>
      <p className={styles.privacy}>
        <Icon name="lock" size={16} />
        <span>
          What Atlas reads, its index, your sign-ins and your questions stay in this browser, unless you let a
          language model elsewhere answer. Connected apps and web pages you let it read are fetched from their
          own sites and nowhere else.
        </span>
      </p>
      {notices}
      {problem && (
        <Notice tone="problem" actions={<Button onClick={refresh}>Try again</Button>}>
          {problem}
        </Notice>
      )}
      {value && (
        <Section title="Connected apps">
          <ConnectedApps sources={value} onDone={refresh} />
        </Section>
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
        {value && <FolderList sources={value} onDone={refresh} />}
      </Section>
      {value && (
        <Section title="From this browser">
          <BrowserSources sources={value} onDone={refresh} />
        </Section>
      )}
      <Section title="Language models">{models}</Section>
      <Section title="Sign-ins">{signIns}</Section>
      <Section title="Storage">
        <div className={styles.content}>
          <StorageSection onDone={refresh} />
        </div>
      </Section>
      <DropTarget
        icon="folder"
        label="Drop folders to add them"
        onDrop={(transfer) => void folders.drop(transfer)}
      />
    </main>
  );
}
