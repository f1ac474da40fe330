import "../ui/base.css";
import { ModelsSection } from "../features/models/models-section";
import { SourcesView } from "../features/sources/sources-view";
import { VaultSection } from "../features/vault/vault-section";
import { PageBoundary } from "../ui/page-boundary";

/** The options page. */
export default function Options() {
  return (
    <PageBoundary>
      <SourcesView signIns={<VaultSection />} models={<ModelsSection />} />
    </PageBoundary>
  );
}
