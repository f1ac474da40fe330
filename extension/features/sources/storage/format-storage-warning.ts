import { formatBytes } from "../../../ui/format-bytes";

/** Share of the browser's quota from which on the person is warned. */
const WARNING_RATIO = 0.8;

export interface StorageUsage {
  /** Bytes of all data of Atlas in this profile. */
  readonly used: number;
  /** Bytes that the browser allows. */
  readonly quota: number;
  /** Bytes of the search index, a part of `used`. */
  readonly index: number;
  readonly sources: readonly { readonly label: string; readonly documents: number }[];
}

/** The warning before the browser's storage is full; undefined below the threshold. */
export function formatStorageWarning({ used, quota, index, sources }: StorageUsage): string | undefined {
  if (quota === 0 || used / quota < WARNING_RATIO) return undefined;
  const largest = sources.reduce<StorageUsage["sources"][number] | undefined>(
    (best, source) => (source.documents > (best?.documents ?? 0) ? source : best),
    undefined,
  );
  const remedy = largest
    ? `${largest.label} holds the most documents (${largest.documents.toLocaleString("en")}): remove or narrow it, or free disk space`
    : "Free disk space";
  return `Storage is ${Math.floor((100 * used) / quota)} % full: ${formatBytes(used)} of ${formatBytes(quota)}, of which the index takes ${formatBytes(index)} and texts most of the rest. ${remedy}.`;
}
