/** What a person sees in Notion and the document does not contain. */
export interface Omission {
  readonly kind:
    | "file"
    | "picture"
    | "block"
    | "private"
    | "transcript"
    | "property"
    | "comment"
    | "relation";
  /** "" when it has none. */
  readonly name: string;
}

/** Names by id; undefined for an unknown one. */
export interface NotionNames {
  user(id: string): string | undefined;
  /** The title of a page, a database or a data source. */
  page(id: string): string | undefined;
}

/** What the conversion of Markdown needs besides the Markdown. */
export interface MarkdownContext {
  readonly names: NotionNames;
  leaveOut(omission: Omission): void;
}

export const NO_CONTEXT: MarkdownContext = {
  names: { user: () => undefined, page: () => undefined },
  leaveOut: () => {},
};
