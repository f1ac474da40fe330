import type { PendingAsk } from "../../../platform/pending-ask";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import type { usePageFocus } from "../attach/use-page-focus";

interface PageNoticesProps {
  readonly page: ReturnType<typeof usePageFocus>;
  /** A notice or a request for access from the context menu. */
  readonly pending: PendingAsk | undefined;
  /** Called inside a click. */
  readonly onAllowLink: (link: NonNullable<PendingAsk["needsHost"]>) => void;
  readonly onDismissPending: () => void;
}

/** The outcome of attaching or saving a page, and the access it needs. */
export function PageNotices({ page, pending, onAllowLink, onDismissPending }: PageNoticesProps) {
  const link = pending?.needsHost;
  return (
    <>
      {link && (
        <Notice
          tone="request"
          onDismiss={onDismissPending}
          actions={
            <Button tone="primary" disabled={page.busy} onClick={() => onAllowLink(link)}>
              {`Allow ${new URL(link.url).host}`}
            </Button>
          }
        >
          {`To read this link, Atlas needs your permission for ${new URL(link.url).host}.`}
        </Notice>
      )}
      {pending?.problem && (
        <Notice tone="problem" onDismiss={onDismissPending}>
          {pending.problem}
        </Notice>
      )}
      {pending?.notice && (
        <Notice tone="done" onDismiss={onDismissPending}>
          {pending.notice}
        </Notice>
      )}
      {page.notice && (
        <Notice tone="done" onDismiss={page.dismiss}>
          {page.notice}
        </Notice>
      )}
      {page.problem && (
        <Notice
          tone="problem"
          onDismiss={page.dismiss}
          actions={page.allowSites && <Button onClick={page.allowSites}>Allow all sites</Button>}
        >
          {page.problem}
        </Notice>
      )}
    </>
  );
}
