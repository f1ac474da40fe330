import { escapeXml } from "./escape-xml";

/** One line under the address bar. */
export interface OmniboxLine {
  /** Where Enter leads; must be unique among the lines. */
  readonly url: string;
  readonly title: string;
  readonly detail: string;
}

/** Suggests lines while the person types after the keyword. A slower, older answer never replaces a newer one. */
export function onOmniboxInput(suggest: (text: string) => Promise<readonly OmniboxLine[]>): void {
  let latest = 0;
  chrome.omnibox.onInputChanged.addListener((text, show) => {
    const request = ++latest;
    chrome.omnibox.setDefaultSuggestion({ description: `Ask Atlas: <match>${escapeXml(text)}</match>` });
    void suggest(text).then((lines) => {
      if (request !== latest) return;
      show(
        lines.map(({ url, title, detail }) => ({ content: url, description: toDescription(title, detail) })),
      );
    });
  });
}

/** Reports Enter: the address of a chosen line, or the text as typed. */
export function onOmniboxEnter(
  enter: (text: string, disposition: `${chrome.omnibox.OnInputEnteredDisposition}`) => void,
): void {
  chrome.omnibox.onInputEntered.addListener(enter);
}

function toDescription(title: string, detail: string): string {
  return `${escapeXml(title)} <dim>${escapeXml(detail)}</dim>`;
}
