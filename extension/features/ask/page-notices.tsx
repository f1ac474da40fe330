import type { PendingAsk } from "../../platform/pending-ask";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import type { usePage } from "./use-page";

interface PageNoticesProps {
  readonly page: ReturnType<typeof usePage>;
  /** What the context menu left to be said or allowed. */
  readonly wish: PendingAsk | undefined;
  /** Called inside the click that allows the link's site. */
  readonly onAllowLink: (link: NonNullable<PendingAsk["needsHost"]>) => void;
  readonly onDismissWish: () => void;
}

/** What became of the page the person pointed at, and what Atlas still needs for it. */
export function PageNotices({ page, wish, onAllowLink, onDismissWish }: PageNoticesProps) {
  const link = wish?.needsHost;
  return (
    <>
      {link && (
        <Notice
          tone="request"
          onDismiss={onDismissWish}
          actions={
            <Button tone="primary" disabled={page.busy} onClick={() => onAllowLink(link)}>
              {`Allow ${new URL(link.url).host}`}
            </Button>
          }
        >
          {`To read this link, Atlas needs your permission for ${new URL(link.url).host}.`}
        </Notice>
      )}
      {wish?.problem && (
        <Notice tone="problem" onDismiss={onDismissWish}>
          {wish.problem}
        </Notice>
      )}
      {wish?.notice && (
        <Notice tone="done" onDismiss={onDismissWish}>
          {wish.notice}
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
