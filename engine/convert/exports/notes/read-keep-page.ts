import { pageToMarkdown } from "../../html/page-to-markdown";
import { parsePage } from "../../html/parse-page";
import { countNoun } from "../count-noun";
import type { ReadExport } from "../export-format";
import { writeNote } from "./write-note";

/** A note of a Google Keep export as a page. */
export const readKeepPage: ReadExport = ({ text, url }) => {
  const page = parsePage(text.replace(/<style[\s\S]*?<\/style>/gi, ""), url);
  const note = page.querySelector("div.note");
  const content = note?.querySelector(".content");
  if (!note || !content) return undefined;
  const words = (selector: string) => (note.querySelector(selector)?.textContent ?? "").trim();
  for (const bullet of content.querySelectorAll(".bullet")) {
    const isDone = bullet.closest(".checked") !== null || /[☑✓✔]/.test(bullet.textContent ?? "");
    bullet.textContent = isDone ? "☑ " : "☐ ";
  }
  const pictures = note.querySelectorAll("img, .attachments li").length;
  const labels = [...note.querySelectorAll(".label-name")].map((label) => label.textContent?.trim() ?? "");
  const states = [...note.querySelectorAll(".archived, .trashed, .pinned")].map(
    (one) => one.getAttribute("title") ?? "",
  );
  return writeNote({
    title: words(".title") || words("title"),
    fields: [
      ["Labels", [...new Set(labels)].join(", ")],
      ["Edited", words(".heading").replace(/\s+/g, " ")],
      ["State", states.filter(Boolean).join(", ")],
    ],
    body: [
      pageToMarkdown(content, url),
      ...[...note.querySelectorAll(".annotations")].map((links) => pageToMarkdown(links, url)),
    ],
    notes: pictures > 0 ? [`${countNoun(pictures, "picture")} of the note not read`] : [],
  });
};
