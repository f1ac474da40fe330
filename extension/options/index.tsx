import "../ui/base.css";
import { ModelsSection } from "../features/models/models-section";
import { SourcesView } from "../features/sources/sources-view";
import { VaultSection } from "../features/vault/vault-section";

/** The options page. */
export default function Options() {
  return <SourcesView signIns={<VaultSection />} models={<ModelsSection />} />;
}
