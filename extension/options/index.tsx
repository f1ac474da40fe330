import "../ui/base.css";
import { ModelsSection } from "../features/models/models-section";
import { SourcesView } from "../features/sources/sources-view";
import { StoredDataNotices } from "../features/stored-data/stored-data-notices";
import { StoredDataProvider } from "../features/stored-data/stored-data-provider";
import { VaultSection } from "../features/vault/vault-section";
import { PageBoundary } from "../ui/page-boundary";

/** The options page. */
export default function Options() {
  return (
    <PageBoundary>
      <StoredDataProvider>
        <SourcesView notices={<StoredDataNotices />} signIns={<VaultSection />} models={<ModelsSection />} />
      </StoredDataProvider>
    </PageBoundary>
  );
}
