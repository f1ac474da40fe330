import type { Document } from "../../../engine/model/document";
import { Button } from "../../ui/button";
import { formatAge } from "../../ui/format-age";
import { Logo } from "../../ui/icons/logo";
import { Notice } from "../../ui/notice";
import { useAction } from "../../ui/use-action";
import { usePageTitle } from "../../ui/use-page-title";
import { DocumentText } from "./document-text";
import { openOriginal } from "./open-original";
import { pageAt } from "./page-at";
import type { ReaderAddress } from "./parse-reader-address";
import styles from "./reader-view.module.css";
import { useDocument, useReaderAddress } from "./use-reader";

/** The reader page: the stored text of a document, at the cited passage. */
export function ReaderView() {
  const address = useReaderAddress();
  return (
    <main className={styles.page}>
      {address ? (
        <Reader address={address} />
      ) : (
        <Notice tone="problem">
          This address names no document: open one from an answer in the side panel
        </Notice>
      )}
    </main>
  );
}

function Reader({ address }: { readonly address: ReaderAddress }) {
  const { value: document, problem, refresh } = useDocument(address);
  usePageTitle(document?.title ?? "Atlas");
  if (problem) {
    return (
      <Notice tone="problem" actions={<Button onClick={refresh}>Try again</Button>}>
        {problem}
      </Notice>
    );
  }
  if (document === undefined) return null;
  if (document === null) {
    return (
      <Notice tone="problem">
        Atlas no longer has this document: it was deleted, or its source was removed
      </Notice>
    );
  }
  return (
    <article className={styles.article}>
      <Head document={document} at={address.start} />
      <DocumentText
        key={`${address.start}-${address.end}`}
        document={document}
        passage={[address.start, address.end]}
      />
    </article>
  );
}

function Head({ document, at }: { readonly document: Document; readonly at: number }) {
  const { sourceId, itemId, title, container = [], fileName, updatedAt, pages } = document;
  const action = useAction();
  const path = [...container, ...(fileName && fileName !== title ? [fileName] : [])];
  const canOpen = pages !== undefined && document.url.startsWith("atlas-folder:");
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <Logo size={24} />
        <h1 className={styles.title}>{title}</h1>
        {canOpen && (
          <Button
            icon="external"
            disabled={action.busy}
            onClick={() => void action.run(() => openOriginal(sourceId, itemId, pageAt(pages, at)))}
          >
            Open original
          </Button>
        )}
      </div>
      <p className={styles.origin}>
        {path.length > 0 && `${path.join(" › ")} · `}
        <time dateTime={new Date(updatedAt).toISOString()} title={new Date(updatedAt).toLocaleString()}>
          {`changed ${formatAge(updatedAt, Date.now())}`}
        </time>
      </p>
      {action.problem && (
        <Notice tone="problem" onDismiss={action.dismiss}>
          {action.problem}
        </Notice>
      )}
    </header>
  );
}
