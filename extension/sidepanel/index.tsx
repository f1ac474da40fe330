import "../ui/base.css";
import { AskView } from "../features/ask/ask-view";
import { HistoryView } from "../features/history/history-view";
import { StoredDataNotices } from "../features/stored-data/stored-data-notices";
import { StoredDataProvider } from "../features/stored-data/stored-data-provider";
import { openOptions } from "../platform/open-url";
import { PageBoundary } from "../ui/page-boundary";

/** The side panel. As a tab with `?q=…` it asks that question. */
export default function SidePanel() {
  const question = new URLSearchParams(location.search).get("q");
  return (
    <PageBoundary>
      <StoredDataProvider>
        <AskView
          {...(question && { initialQuestion: question })}
          notices={<StoredDataNotices onAddSources={() => void openOptions()} />}
          renderHistory={(link) => <HistoryView {...link} />}
        />
      </StoredDataProvider>
    </PageBoundary>
  );
}
