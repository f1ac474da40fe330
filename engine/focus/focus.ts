/** What the person points at with "Ask Atlas about this": a page, a selection or a link's page. */
export interface FocusContent {
  readonly kind: "page" | "selection" | "link";
  readonly title: string;
  readonly url: string;
  /** HTML of the page, or the selected text as it stands. */
  readonly mediaType: "text/html" | "text/plain";
  readonly text: string;
}

/** An open focus: its short-lived index lives until it is closed or pushed out by newer ones. */
export interface FocusSummary {
  readonly focusId: string;
  readonly kind: FocusContent["kind"];
  readonly title: string;
  readonly url: string;
  readonly chunks: number;
}
