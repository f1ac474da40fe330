import type { ConvertedText } from "../../model/document";
import { isPageNumber } from "../office/is-page-number";
import { createLeftOut } from "../office/left-out";
import { markdownLink } from "../office/markdown/markdown-link";
import { createMarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import { escapeMarkdown } from "../text/escape-markdown";
import type { RtfGroup, RtfHandler } from "./read-rtf";
import { RtfTable } from "./rtf-table";
import type { Destination } from "./rtf-words";

/** Levels that a style or a paragraph may have in the outline; the tenth is body text. */
const MAX_HEADING = 6;

/** Gathers what a Rich Text file shows into Markdown. */
export class RtfDocument implements RtfHandler {
  readonly #writer = createMarkdownWriter();
  readonly #leftOut = createLeftOut();
  readonly #texts: Partial<Record<Destination, string>> = {};
  /** Levels of headings by the number of their style. */
  readonly #headings = new Map<number, number>();
  /** Headers and footers, once each. */
  readonly #running = new Set<string>();
  /** Notes and comments on the paragraph being read. */
  readonly #behind: string[] = [];
  readonly #table = new RtfTable();
  #style: number | undefined;
  #level: number | undefined;
  #isInTable = false;
  /** Where the result of a field begins, and the address that it leads to. */
  #link: { readonly start: number; readonly address: string } | undefined;

  text(text: string, { destination }: RtfGroup): void {
    if (destination === "text" && !this.#isInTable && text.trim() !== "") this.#endTable();
    this.#texts[destination] = (this.#texts[destination] ?? "") + text;
  }

  hidden(): void {
    this.#leftOut.say("Hidden text is left out");
  }

  control(word: string, value: number | undefined, { destination }: RtfGroup): void {
    if (word === "deleted") this.#leftOut.say("Tracked changes are read as accepted");
    else if (destination === "styles") this.#readStyle(word, value);
    else if (destination !== "text") {
      if (word === "par") this.#texts[destination] = `${this.#texts[destination] ?? ""}\n`;
    } else if (!this.#table.control(word, value)) this.#control(word, value);
  }

  end(destination: Destination): void {
    switch (destination) {
      case "picture":
        this.#leftOut.add("picture");
        return;
      case "address":
        this.#startLink();
        return;
      case "footnote":
        this.#behind.push(named("Footnote", this.#take(destination)));
        return;
      case "comment": {
        const author = this.#take("commenter");
        const name = author === "" ? "Comment" : `Comment by ${author}`;
        this.#behind.push(named(name, this.#take(destination)));
        return;
      }
      case "header":
      case "footer": {
        const words = oneLine(this.#take(destination));
        if (!isPageNumber(words))
          this.#running.add(named(destination === "header" ? "Page header" : "Page footer", words));
        return;
      }
      default:
    }
  }

  finish(): Pick<ConvertedText, "text" | "title" | "author" | "note"> {
    this.#endParagraph();
    this.#endTable();
    for (const words of this.#running) this.#writer.paragraph(words);
    const [title, author] = [this.#take("title"), this.#take("author")];
    const about = { ...(title && { title }), ...(author && { author }) };
    return { text: this.#writer.toString(), ...about, ...this.#leftOut.toNote() };
  }

  #control(word: string, value: number | undefined): void {
    switch (word) {
      case "par":
        if (this.#isInTable) this.#texts.text = `${this.#texts.text ?? ""}\n`;
        else this.#endParagraph();
        return;
      case "sect":
      case "page":
        this.#endParagraph();
        return;
      case "cell":
        this.#endCell();
        return;
      case "pard":
        [this.#style, this.#level, this.#isInTable] = [undefined, undefined, false];
        return;
      case "intbl":
        this.#isInTable = true;
        return;
      case "s":
        this.#style = value;
        return;
      case "outlinelevel":
        this.#level = value !== undefined && value < MAX_HEADING ? value + 1 : undefined;
        return;
      default:
    }
  }

  #readStyle(word: string, value: number | undefined): void {
    if (word === "s") this.#style = value;
    if (word === "outlinelevel" && value !== undefined && value < MAX_HEADING)
      this.#headings.set(this.#style ?? 0, value + 1);
  }

  #take(destination: Destination): string {
    const text = this.#texts[destination] ?? "";
    this.#texts[destination] = "";
    return text.trim();
  }

  #startLink(): void {
    const instruction = this.#take("address");
    const address = /HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
    this.#link = address === undefined ? undefined : { start: this.#texts.text?.length ?? 0, address };
  }

  /** The words of the paragraph as Markdown; its last link leads where the field says. */
  #takeWords(): string {
    const text = this.#texts.text ?? "";
    const link = this.#link;
    this.#link = undefined;
    this.#texts.text = "";
    const plain = (part: string) => escapeMarkdown(part.replace(/[\t ]+/g, " "));
    if (!link || link.start >= text.length) return plain(text).trim();
    const [, words = "", rest = ""] =
      /^([^\n]*?)(?=[\s.,;:)]*$|\n|[.,;:)]\s)([\s\S]*)$/.exec(text.slice(link.start)) ?? [];
    return `${plain(text.slice(0, link.start))}${markdownLink(plain(words), link.address)}${plain(rest)}`.trim();
  }

  #endParagraph(): void {
    const words = this.#takeWords();
    const marker = oneLine(this.#take("marker"));
    if (words !== "") {
      this.#endTable();
      this.#writeParagraph(words, marker);
    }
    for (const text of this.#behind.splice(0)) this.#writer.paragraph(text);
  }

  #writeParagraph(words: string, marker: string): void {
    const level = this.#level ?? this.#headings.get(this.#style ?? -1);
    if (level !== undefined) this.#writer.heading(level, `${marker} ${words}`);
    else if (marker === "") this.#writer.paragraph(words);
    else if (/^\d{1,9}[.)]$/.test(marker)) this.#writer.item(0, marker, words);
    else this.#writer.item(0, "-", /[\p{L}\p{N}]/u.test(marker) ? `${marker} ${words}` : words);
  }

  #endCell(): void {
    const marker = this.#take("marker");
    this.#table.addCell(oneLine(`${marker} ${this.#takeWords()}`));
  }

  #endTable(): void {
    this.#writer.block(this.#table.take());
  }
}

function named(name: string, words: string): string {
  return words === "" ? "" : `${name}: ${escapeMarkdown(oneLine(words))}`;
}
