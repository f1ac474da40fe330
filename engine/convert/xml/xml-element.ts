/** An element with its usual prefix (`w:p`), whatever prefix the file declares. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== "string");
}

/** The first child with one of these names. */
export function childOf(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return elementsIn(element).find(({ name }) => names.includes(name));
}

/** The element at the end of a path of names. */
export function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((within, name) => childOf(within, name), element);
}

/** All elements below with one of these names, in order; none within another match. */
export function descendants(element: XmlElement | undefined, ...names: string[]): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) =>
    names.includes(child.name) ? [child] : descendants(child, ...names),
  );
}

/** All text below. */
export function textOf(element: XmlElement | string | undefined): string {
  if (element === undefined || typeof element === "string") return element ?? "";
  return element.children.map(textOf).join("");
}
