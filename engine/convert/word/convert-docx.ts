import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { isPageNumber } from "../office/is-page-number";
import { createLeftOut, type LeftOut } from "../office/left-out";
import { createMarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import { type OfficePackage, openPackage, type Relationship } from "../office/package/open-package";
import { elementsIn } from "../xml/xml-element";
import { type BodyDeps, BodyWriter } from "./body-writer";
import { createNumbering } from "./numbering";
import { readNotes } from "./read-notes";
import { readStyles } from "./read-styles";

/** Converts a Word document to Markdown, paragraph by paragraph, with tracked changes as accepted. */
export async function convertDocx(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const file = await openPackage(bytes, { ...options, kind: "Word document" });
  const relationships = await file.relationships(file.mainPart);
  const leftOut = createLeftOut();
  const deps = await createDeps(file, relationships, { leftOut, convertPart: options.convertPart });
  const writer = createMarkdownWriter();
  const body = new BodyWriter(deps, { writer });
  for await (const element of file.elements(file.mainPart, (_, parent) => parent === "w:body"))
    await body.write(element);
  for (const text of await runningTexts(deps)) writer.paragraph(text);
  sayChanges(deps.changes, leftOut);
  return { text: writer.toString(), format: "markdown", ...(await file.properties()), ...leftOut.toNote() };
}

async function createDeps(
  file: OfficePackage,
  relationships: readonly Relationship[],
  { leftOut, convertPart }: Pick<BodyDeps, "leftOut" | "convertPart">,
): Promise<BodyDeps> {
  const part = (kind: string) => file.part(relationships.find(({ type }) => type === kind)?.target);
  return {
    file,
    relationships,
    styles: readStyles(await part("styles")),
    numbering: createNumbering(await part("numbering")),
    notes: await readNotes(file, relationships),
    leftOut,
    changes: { insertion: 0, deletion: 0, hidden: 0 },
    noteCounts: { footnote: 0, endnote: 0 },
    convertPart,
  };
}

/** Headers and footers that have words beside the number of the page, once each. */
async function runningTexts(deps: BodyDeps): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  for (const { type, target } of deps.relationships) {
    if (type !== "header" && type !== "footer") continue;
    const root = await deps.file.part(target);
    const writer = createMarkdownWriter();
    const relationships = await deps.file.relationships(target);
    const body = new BodyWriter({ ...deps, relationships }, { writer, isInCell: true });
    for (const element of elementsIn(root)) await body.write(element);
    const words = oneLine(writer.toString().replace(/^#+ /gm, ""));
    if (!isPageNumber(words)) texts.add(`${type === "header" ? "Page header" : "Page footer"}: ${words}`);
  }
  return texts;
}

function sayChanges({ insertion, deletion, hidden }: BodyDeps["changes"], leftOut: LeftOut): void {
  const counts = [
    ...(insertion > 0 ? [`${insertion} ${insertion === 1 ? "insertion" : "insertions"}`] : []),
    ...(deletion > 0 ? [`${deletion} ${deletion === 1 ? "deletion" : "deletions"}`] : []),
  ];
  if (counts.length > 0) leftOut.say(`Tracked changes are read as accepted: ${counts.join(", ")}`);
  leftOut.add("hidden passage", hidden);
}
