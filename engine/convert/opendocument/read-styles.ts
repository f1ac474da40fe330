import { descendants, elementsIn, type XmlElement } from "../xml/xml-element";

export interface ListLevel {
  readonly isNumbered: boolean;
  readonly start: number;
  /** What stands behind the number. */
  readonly suffix: string;
}

export interface OdfStyles {
  /** The levels of a list style, the outermost first. */
  listLevels(name: string | undefined): readonly ListLevel[];
  /** A style of tables, pages or words that is not shown. */
  isHidden(name: string | undefined): boolean;
}

const DEFAULT_LEVEL: ListLevel = { isNumbered: false, start: 1, suffix: "." };

/** Reads what of the styles changes what a reader sees. */
export function readStyles(parts: readonly (XmlElement | undefined)[]): OdfStyles {
  const lists = new Map<string, readonly ListLevel[]>();
  const hidden = new Set<string>();
  for (const root of parts) {
    for (const style of descendants(root, "text:list-style"))
      lists.set(style.attributes["style:name"] ?? "", elementsIn(style).map(toLevel));
    for (const style of descendants(root, "style:style"))
      if (elementsIn(style).some(hides)) hidden.add(style.attributes["style:name"] ?? "");
  }
  return {
    listLevels: (name) => lists.get(name ?? "") ?? [],
    isHidden: (name) => hidden.has(name ?? ""),
  };
}

function toLevel({ name, attributes }: XmlElement): ListLevel {
  if (name !== "text:list-level-style-number" || (attributes["style:num-format"] ?? "") === "")
    return DEFAULT_LEVEL;
  const start = Number(attributes["text:start-value"] ?? 1) || 1;
  return { isNumbered: true, start, suffix: attributes["style:num-suffix"]?.trim() || "." };
}

function hides({ attributes }: XmlElement): boolean {
  return (
    attributes["table:display"] === "false" ||
    attributes["text:display"] === "none" ||
    attributes["presentation:visibility"] === "hidden"
  );
}
