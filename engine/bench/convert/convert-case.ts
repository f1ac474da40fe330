/** A file that is converted by Atlas, and by the library alone that it is read with. */
export interface ConvertCase {
  /** Ends as files of the format do. */
  readonly fileName: string;
  readonly make: () => Promise<Uint8Array>;
  /** Reads everything of the file that the library gives, and keeps nothing. */
  readonly readWithLibrary: (bytes: Uint8Array) => Promise<void>;
}
