import "../ui/base.css";
import { SourcesView } from "../features/sources/sources-view";

/** The options page. */
export default function Options() {
  return <SourcesView />;
}
