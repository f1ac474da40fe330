import "../ui/base.css";
import { ReaderView } from "../features/reader/reader-view";

/** The reader's page. */
export default function ReaderPage() {
  return <ReaderView />;
}
