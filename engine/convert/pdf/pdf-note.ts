interface PageNumbers {
  readonly pages: readonly { readonly lostCharacters: number }[];
  readonly unreadable: readonly number[];
  readonly empty: readonly number[];
}

interface OtherNotes {
  /** A form whose pages only Adobe's reader draws. */
  readonly isXfa: boolean;
  /** Names of character maps that its fonts need. */
  readonly missingMaps: readonly string[];
  readonly attachments: readonly string[];
}

export const MISSING_MAPS =
  "it has Chinese, Japanese or Korean text whose characters are in a table outside the file; " +
  "save a copy from a PDF viewer with embedded fonts and add that";

/** Numbers that are named one by one. */
const MAX_NAMED_PAGES = 10;

/** What of a PDF is not in its text, and what the person can do about it. */
export function pdfNote(
  { pages, unreadable, empty }: PageNumbers,
  { isXfa, missingMaps, attachments }: OtherNotes,
): string | undefined {
  const lost = pages.reduce((sum, { lostCharacters }) => sum + lostCharacters, 0);
  const notes = [
    ...(unreadable.length > 0
      ? [`${countPages(unreadable, pages)} could not be read (${pageList(unreadable)})`]
      : []),
    ...(empty.length > 0
      ? [
          `${countPages(empty, pages)} hold no text (${pageList(empty)}): ` +
            "pictures in a PDF are not read; add a copy with recognised text, or attach the picture to a question",
        ]
      : []),
    ...(lost > 0 ? [`${lost} characters have no meaning in the file and are left out`] : []),
    ...(isXfa
      ? ["the form is of a kind (XFA) that Atlas does not read; print it to a PDF and add that"]
      : []),
    ...(missingMaps.length > 0 ? [`a part of the text is left out: ${MISSING_MAPS}`] : []),
    ...attachments,
  ];
  return notes.join("; ") || undefined;
}

function countPages(some: readonly number[], pages: PageNumbers["pages"]): string {
  return `${some.length} of ${pages.length} pages`;
}

function pageList(numbers: readonly number[]): string {
  const named = numbers.slice(0, MAX_NAMED_PAGES).join(", ");
  const rest = numbers.length - MAX_NAMED_PAGES;
  return `${numbers.length === 1 ? "page" : "pages"} ${named}${rest > 0 ? ` and ${rest} more` : ""}`;
}
