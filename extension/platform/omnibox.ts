/** One line under the address bar. */
export interface OmniboxLine {
  /** Where Enter leads; must be unique among the lines. */
  readonly url: string;
  readonly title: string;
  readonly detail: string;
}

type Suggest = (text: string) => Promise<readonly OmniboxLine[]>;

/**
 * Suggests lines while the person types after the keyword. A slower, older answer never replaces a newer one. Where
 * suggesting fails, the first line stays, which asks what was typed, and says that nothing else can be suggested.
 */
export function onOmniboxInput(suggest: Suggest): void {
  let latest = 0;
  chrome.omnibox.onInputChanged.addListener((text, show) => {
    const request = ++latest;
    void setFirstLine(text);
    void showLines(text, {
      suggest,
      show: (lines) => request === latest && show(lines.map(toSuggestion)),
      fail: () => request === latest && void setFirstLine(text, "Suggestions are not available now"),
    });
  });
}

/** Reports Enter: the address of a chosen line, or the text as typed. */
export function onOmniboxEnter(
  enter: (text: string, disposition: `${chrome.omnibox.OnInputEnteredDisposition}`) => void,
): void {
  chrome.omnibox.onInputEntered.addListener(enter);
}

/** Never rejects. */
async function showLines(
  text: string,
  {
    suggest,
    show,
    fail,
  }: {
    readonly suggest: Suggest;
    readonly show: (lines: readonly OmniboxLine[]) => void;
    readonly fail: () => void;
  },
): Promise<void> {
  try {
    const lines = await suggest(text);
    // Chrome refuses all lines when one leads nowhere.
    show(lines.filter(({ url }) => url !== ""));
  } catch {
    // Lines for what was typed before would stay otherwise.
    show([]);
    fail();
  }
}

/** The line that asks what was typed. Never rejects: when Chrome refuses it, the last one stays. */
async function setFirstLine(text: string, note = ""): Promise<void> {
  const ask = `Ask Atlas: <match>${escapeXml(text)}</match>`;
  const description = note === "" ? ask : `${ask} <dim>${escapeXml(note)}</dim>`;
  await chrome.omnibox.setDefaultSuggestion({ description }).catch(() => {});
}

function toSuggestion({ url, title, detail }: OmniboxLine): chrome.omnibox.SuggestResult {
  return { content: url, description: `${escapeXml(title)} <dim>${escapeXml(detail)}</dim>` };
}

/**
 * Text for the omnibox, which takes XML. Chrome silently drops all lines when one holds a character XML has no place
 * for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
