import "../ui/base.css";
import { AskView } from "../features/ask/ask-view";
import { HistoryView } from "../features/history/history-view";
import { PageBoundary } from "../ui/page-boundary";

/** The side panel. As a tab with `?q=…` it asks that question. */
export default function SidePanel() {
  const question = new URLSearchParams(location.search).get("q");
  return (
    <PageBoundary>
      <AskView
        {...(question && { initialQuestion: question })}
        renderHistory={(link) => <HistoryView {...link} />}
      />
    </PageBoundary>
  );
}
