import { at, childOf, elementsIn, type XmlElement } from "../xml/xml-element";

export interface ParagraphStyle {
  /** 1 for the outermost; undefined for body text. */
  readonly headingLevel?: number;
  readonly numbering?: NumberingReference;
  /** A table of contents repeats the headings. */
  readonly isContents?: boolean;
}

/** The list of a paragraph and its level in it, from 0. */
export interface NumberingReference {
  readonly list: string;
  readonly level: number;
}

/** A style of more steps is defined in a circle. */
const MAX_STEPS = 20;

/** What styles say about paragraphs, by the id of the style. */
export function readStyles(root: XmlElement | undefined): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map(
    elementsIn(root)
      .filter(({ name }) => name === "w:style")
      .map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  return new Map([...styles.keys()].map((id) => [id, toParagraphStyle(chain(id, styles))]));
}

/** A style and those that it is based on. */
function chain(id: string, styles: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const found: XmlElement[] = [];
  let next: string | undefined = id;
  while (next !== undefined && found.length < MAX_STEPS) {
    const style = styles.get(next);
    if (!style) break;
    found.push(style);
    next = propertyValue(style, "w:basedOn");
  }
  return found;
}

function toParagraphStyle(styles: readonly XmlElement[]): ParagraphStyle {
  const names = styles.map((style) => (propertyValue(style, "w:name") ?? "").toLowerCase());
  const properties = styles.map((style) => childOf(style, "w:pPr"));
  const headingLevel =
    levelOfName(names[0]) ?? first(properties.map(outlineLevel)) ?? first(names.map(levelOfName));
  const numbering = first(properties.map((property) => numberingOf(property)));
  const isContents = /^(?:toc|table of figures)(?: |$)(?!heading)/.test(names[0] ?? "");
  return {
    ...(headingLevel !== undefined && headingLevel <= 6 && { headingLevel }),
    ...(numbering && { numbering }),
    ...(isContents && { isContents }),
  };
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

/** The names of built-in styles are English in every language of Word. */
function levelOfName(name: string | undefined): number | undefined {
  if (name === "title") return 1;
  if (name === "subtitle") return 2;
  const level = /^heading ([1-9])$/.exec(name ?? "")?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Body text has the tenth level. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const level = propertyValue(properties, "w:outlineLvl");
  return level === undefined ? undefined : Number(level) + 1;
}

export function numberingOf(properties: XmlElement | undefined): NumberingReference | undefined {
  const numbering = childOf(properties, "w:numPr");
  const list = propertyValue(numbering, "w:numId");
  return list === undefined ? undefined : { list, level: Number(propertyValue(numbering, "w:ilvl") ?? 0) };
}

/** The value of a property, which is an attribute of an element of its name. */
export function propertyValue(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return at(element, ...path)?.attributes["w:val"];
}

/** The style of a document without a list of styles, by its usual id. */
export function styleOf(
  id: string | undefined,
  styles: ReadonlyMap<string, ParagraphStyle>,
): ParagraphStyle | undefined {
  const known = styles.get(id ?? "");
  if (known || id === undefined) return known;
  const headingLevel = levelOfName(id.toLowerCase().replace(/(?<=heading)(?=\d)/, " "));
  return headingLevel === undefined ? undefined : { headingLevel };
}

/** A property that is on where its element stands without a value. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const property = childOf(element, name);
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes["w:val"] ?? "1");
}
