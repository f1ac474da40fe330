/** The names a question may use for what it wants searched. */
export interface KnownNames {
  readonly sources: readonly { readonly id: string; readonly label: string }[];
  /** As documents carry them. */
  readonly authors: readonly string[];
  /** Names of folders, channels, repositories: the parts of documents' container paths. */
  readonly containers: readonly string[];
}
