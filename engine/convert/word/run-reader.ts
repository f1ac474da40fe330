import { markLink } from "../office/markdown/inline-text";
import { linearMath } from "../office/math/linear-math";
import type { Relationship } from "../office/package/open-package";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import { isOn, propertyValue } from "./read-styles";

/** What a paragraph has beside its words. */
export interface RunHandler {
  /** A note or a comment is referred to. Returns the number of a note. */
  refer(kind: "footnote" | "endnote" | "comment", id: string): string;
  /** A picture, a text box, a chart or another object. */
  drawing(element: XmlElement): void;
  change(kind: "insertion" | "deletion"): void;
  hidden(): void;
}

/** A field between its beginning and its end; its words follow its instruction. */
interface Field {
  instruction: string;
  result: string;
  isInResult: boolean;
}

const CHANGES: Readonly<Record<string, "insertion" | "deletion">> = {
  "w:ins": "insertion",
  "w:moveTo": "insertion",
  "w:del": "deletion",
  "w:moveFrom": "deletion",
};

/** Characters that are words of their own in a run. */
const CHARACTERS: Readonly<Record<string, string>> = {
  "w:tab": " ",
  "w:ptab": " ",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};

/** Symbols of the font Wingdings that say something: boxes that are ticked or not. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0FE: "☒",
  F0FD: "☒",
  F052: "☑",
  F0FC: "✓",
  F0FB: "✗",
  F0A8: "☐",
  F06F: "☐",
  F0A3: "☐",
};

/** Numbers of pages are not the document's words. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;

/** Reads the words of paragraphs; fields may begin in one paragraph and end in another. */
export class RunReader {
  readonly #relationships: readonly Relationship[];
  readonly #handler: RunHandler;
  readonly #fields: Field[] = [];

  constructor(relationships: readonly Relationship[], handler: RunHandler) {
    this.#relationships = relationships;
    this.#handler = handler;
  }

  /** The words of a paragraph, for `toInlineMarkdown`. */
  read(paragraph: XmlElement): string {
    const words = this.#readAll(paragraph);
    // A field that goes on in the next paragraph has shown its words so far.
    const open = this.#fields.map((field) => {
      const shown = field.isInResult ? field.result : "";
      field.result = "";
      return shown;
    });
    return words + open.join("");
  }

  #readAll(element: XmlElement | undefined): string {
    let words = "";
    for (const child of elementsIn(element)) words += this.#show(this.#element(child));
    return words;
  }

  /** Words within a field are kept for its end, where what it is is known. */
  #show(words: string): string {
    const field = this.#fields.at(-1);
    if (!field || words === "") return words;
    if (field.isInResult) field.result += words;
    return "";
  }

  #element(element: XmlElement): string {
    const change = CHANGES[element.name];
    if (change) return this.#changed(element, change);
    switch (element.name) {
      case "w:r":
        return this.#run(element);
      case "w:hyperlink":
        return this.#hyperlink(element);
      case "w:fldSimple": {
        const instruction = element.attributes["w:instr"] ?? "";
        return fieldResult({ instruction, result: this.#readAll(element) });
      }
      case "w:sdt":
        return isOn(childOf(element, "w:sdtPr"), "w:showingPlcHdr")
          ? ""
          : this.#readAll(childOf(element, "w:sdtContent"));
      case "m:oMath":
      case "m:oMathPara":
        return linearMath(element);
      case "mc:AlternateContent":
        return this.#readAll(childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback"));
      case "w:smartTag":
      case "w:customXml":
      case "w:dir":
      case "w:bdo":
        return this.#readAll(element);
      default:
        return "";
    }
  }

  #changed(element: XmlElement, kind: "insertion" | "deletion"): string {
    this.#handler.change(kind);
    return kind === "insertion" ? this.#readAll(element) : "";
  }

  #run(run: XmlElement): string {
    const properties = childOf(run, "w:rPr");
    let words = "";
    for (const child of elementsIn(run)) words += this.#show(this.#inRun(child));
    if (words === "") return "";
    if (isOn(properties, "w:vanish")) {
      this.#handler.hidden();
      return "";
    }
    const isStruck = isOn(properties, "w:strike") || isOn(properties, "w:dstrike");
    return isStruck && words.trim() !== "" ? `~~${words}~~` : words;
  }

  #inRun(element: XmlElement): string {
    const { name, attributes } = element;
    const character = CHARACTERS[name];
    if (character !== undefined) return character;
    switch (name) {
      case "w:t":
        return textOf(element);
      case "w:sym":
        return symbol(attributes["w:char"] ?? "");
      case "w:fldChar":
        return this.#fieldMark(element);
      case "w:instrText": {
        const field = this.#fields.at(-1);
        if (field && !field.isInResult) field.instruction += textOf(element);
        return "";
      }
      case "w:ruby":
        return this.#readAll(childOf(element, "w:rubyBase"));
      case "w:footnoteReference":
        return this.#refer("footnote", attributes["w:id"]);
      case "w:endnoteReference":
        return this.#refer("endnote", attributes["w:id"]);
      case "w:commentReference":
        return this.#refer("comment", attributes["w:id"]);
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#handler.drawing(element);
        return "";
      case "mc:AlternateContent": {
        const shown = childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback");
        return elementsIn(shown)
          .map((child) => this.#inRun(child))
          .join("");
      }
      default:
        return "";
    }
  }

  #refer(kind: "footnote" | "endnote" | "comment", id: string | undefined): string {
    const number = id === undefined ? "" : this.#handler.refer(kind, id);
    return number === "" ? "" : ` (${number})`;
  }

  #hyperlink(element: XmlElement): string {
    const words = this.#readAll(element);
    const id = element.attributes["r:id"];
    const target = this.#relationships.find((part) => part.isExternal && part.id === id)?.target;
    return target === undefined ? words : markLink(words, target);
  }

  #fieldMark(element: XmlElement): string {
    const type = element.attributes["w:fldCharType"];
    if (type === "begin") {
      const form = childOf(element, "w:ffData");
      this.#fields.push({ instruction: "", result: form ? formValue(form) : "", isInResult: false });
    } else if (type === "separate") {
      const field = this.#fields.at(-1);
      if (field) field.isInResult = true;
    } else if (type === "end") {
      const field = this.#fields.pop();
      return field ? fieldResult(field) : "";
    }
    return "";
  }
}

/** Fonts of symbols use numbers without a meaning in Unicode. */
function symbol(code: string): string {
  const number = Number.parseInt(code, 16);
  const isPrivate = Number.isNaN(number) || (number >= 0xe000 && number <= 0xf8ff);
  return isPrivate ? (SYMBOLS[code.toUpperCase()] ?? "") : String.fromCharCode(number);
}

function fieldResult({ instruction, result }: Pick<Field, "instruction" | "result">): string {
  if (PAGE_FIELD.test(instruction)) return "";
  const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];
  return address === undefined ? result : markLink(result, address);
}

/** The box or the choice of an old form, which has no words as its result. */
function formValue(form: XmlElement): string {
  const box = childOf(form, "w:checkBox");
  if (box) return isOn(box, childOf(box, "w:checked") ? "w:checked" : "w:default") ? "☒" : "☐";
  const list = childOf(form, "w:ddList");
  const entries = descendants(list, "w:listEntry");
  return entries[Number(propertyValue(list, "w:result") ?? 0)]?.attributes["w:val"] ?? "";
}
