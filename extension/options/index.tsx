import "../ui/base.css";
import { SourcesView } from "../features/sources/sources-view";
import { VaultSection } from "../features/vault/vault-section";

/** The options page. */
export default function Options() {
  return <SourcesView signIns={<VaultSection />} />;
}
