import { pageToMarkdown } from "../../html/page-to-markdown";
import { parsePage } from "../../html/parse-page";
import { preparePage } from "../../html/prepare-page";
import { stripScripts } from "../../html/strip-scripts";
import type { ReadExport } from "../export-format";

/** A page of a Confluence space export. */
export const readConfluence: ReadExport = ({ text, url }) => {
  const page = parsePage(stripScripts(text), url);
  const content = page.querySelector("#main-content");
  if (!content) return undefined;
  const words = (selector: string) =>
    (page.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
  preparePage(page);
  for (const code of content.querySelectorAll("pre[data-syntaxhighlighter-params]")) nameLanguage(code);
  for (const task of content.querySelectorAll("ul.inline-task-list li"))
    task.replaceChildren(task.classList.contains("checked") ? "☑ " : "☐ ", ...task.childNodes);
  const title = words("#title-text") || words("#title-heading") || words("title");
  const metadata = words(".page-metadata");
  const sections = [...page.querySelectorAll(".pageSection")].filter((one) => !one.closest("#main-content"));
  const pieces = [
    `# ${title}`,
    metadata && `${metadata}${metadata.endsWith(".") ? "" : "."}`,
    pageToMarkdown(content, url),
    ...sections.map((section) => pageToMarkdown(section, url)),
  ];
  const author = words(".page-metadata .author");
  return {
    text: pieces.filter((piece) => piece.trim() !== "").join("\n\n"),
    format: "markdown",
    title,
    ...(author !== "" && { author }),
  };
};

/** `brush: bash` */
function nameLanguage(code: Element): void {
  const brush = /brush:\s*([\w+#-]+)/.exec(code.getAttribute("data-syntaxhighlighter-params") ?? "")?.[1];
  if (brush) code.setAttribute("data-lang", brush);
}
