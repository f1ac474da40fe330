import { type OmniboxLine, onOmniboxEnter, onOmniboxInput } from "../../platform/omnibox";
import { openUrl, openUrlAs } from "../../platform/open-url";
import { extensionUrl } from "../../platform/runtime";
import { callEngine } from "../engine";
import { parseOmniboxInput } from "./parse-omnibox-input";

const MAX_SUGGESTIONS = 6;

/** Binds the `atlas` keyword: suggestions from the index, Enter opens the hit or asks. */
export function bindOmnibox(): void {
  onOmniboxInput(suggestLines);
  onOmniboxEnter((text, disposition) => {
    const target = parseOmniboxInput(text);
    const opening =
      "address" in target
        ? openUrlAs(target.address, disposition)
        : openUrl(`${extensionUrl("sidepanel.html")}?q=${encodeURIComponent(target.question)}`);
    opening.catch(reportError);
  });
}

async function suggestLines(text: string): Promise<readonly OmniboxLine[]> {
  if (text.trim() === "") return [];
  const suggestions = await callEngine("suggest", { query: text, limit: MAX_SUGGESTIONS });
  return suggestions.map(({ url, title, sourceLabel, snippet }) => ({
    url,
    title,
    detail: `${sourceLabel} · ${snippet}`,
  }));
}
