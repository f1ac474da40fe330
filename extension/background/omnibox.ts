import { type OmniboxLine, onOmniboxEnter, onOmniboxInput } from "../platform/omnibox";
import { openUrl, openUrlAs } from "../platform/open-url";
import { extensionUrl } from "../platform/runtime";
import { engine } from "./engine";

const LINES = 6;

/** Binds the `atlas` keyword: suggestions from the index, Enter opens the hit or asks. */
export function bindOmnibox(): void {
  onOmniboxInput(suggestLines);
  onOmniboxEnter((text, disposition) => {
    if (isAddress(text)) void openUrlAs(text, disposition);
    else void openUrl(`${extensionUrl("sidepanel.html")}?q=${encodeURIComponent(text)}`);
  });
}

async function suggestLines(text: string): Promise<readonly OmniboxLine[]> {
  if (text.trim() === "") return [];
  const suggestions = await engine("suggest", { query: text, limit: LINES });
  return suggestions.map(({ url, title, sourceLabel, snippet }) => ({
    url,
    title,
    detail: `${sourceLabel} · ${snippet}`,
  }));
}

function isAddress(text: string): boolean {
  return /^(https?|chrome-extension|file):\/\//.test(text);
}
