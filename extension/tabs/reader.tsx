import "../ui/base.css";
import { ReaderView } from "../features/reader/reader-view";
import { PageBoundary } from "../ui/page-boundary";

/** The reader page. */
export default function ReaderPage() {
  return (
    <PageBoundary>
      <ReaderView />
    </PageBoundary>
  );
}
