import { childOf, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";

/** An equation of Office (OMML) on one line, as one would type it: `(a+b)/2`, `x^2`, `√(n)`. */
export function linearMath(element: XmlElement | undefined): string {
  return elementsIn(element).map(linearElement).join("");
}

function linearElement(element: XmlElement): string {
  const part = (name: string) => linearMath(childOf(element, name));
  switch (element.name) {
    case "m:r":
      return elementsIn(element)
        .filter(({ name }) => name === "m:t" || name === "w:t" || name === "a:t")
        .map(textOf)
        .join("");
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${grouped(part("m:e"))}^${grouped(part("m:sup"))}`;
    case "m:sSub":
      return `${grouped(part("m:e"))}_${grouped(part("m:sub"))}`;
    case "m:sSubSup":
      return `${grouped(part("m:e"))}_${grouped(part("m:sub"))}^${grouped(part("m:sup"))}`;
    case "m:rad": {
      const degree = part("m:deg");
      return degree === "" ? `√(${part("m:e")})` : `root ${degree} of (${part("m:e")})`;
    }
    case "m:nary":
      return nary(element);
    case "m:d":
      return delimited(element);
    case "m:func":
      return `${part("m:fName")} ${grouped(part("m:e"))}`;
    case "m:limLow":
      return `${part("m:e")}_${grouped(part("m:lim"))}`;
    case "m:limUpp":
      return `${part("m:e")}^${grouped(part("m:lim"))}`;
    case "m:m":
    case "m:eqArr":
      return matrix(element);
    default:
      return /Pr$/.test(element.name) ? "" : linearMath(element);
  }
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
}

function nary(element: XmlElement): string {
  const sign = childOf(childOf(element, "m:naryPr"), "m:chr")?.attributes["m:val"] ?? "∫";
  const [from, to] = ["m:sub", "m:sup"].map((name) => linearMath(childOf(element, name)));
  const bounds = `${from ? `_${grouped(from)}` : ""}${to ? `^${grouped(to)}` : ""}`;
  return `${sign}${bounds} ${linearMath(childOf(element, "m:e"))}`;
}

function delimited(element: XmlElement): string {
  const properties = childOf(element, "m:dPr");
  const mark = (name: string, usual: string) => childOf(properties, name)?.attributes["m:val"] ?? usual;
  const parts = elementsIn(element).filter(({ name }) => name === "m:e");
  return `${mark("m:begChr", "(")}${parts.map(linearMath).join(mark("m:sepChr", "|"))}${mark("m:endChr", ")")}`;
}

function matrix(element: XmlElement): string {
  const rows = elementsIn(element).filter(({ name }) => name === "m:mr" || name === "m:e");
  const texts = rows.map((row) =>
    row.name === "m:e"
      ? linearMath(row)
      : elementsIn(row)
          .filter(({ name }) => name === "m:e")
          .map(linearMath)
          .join(", "),
  );
  return `[${texts.join("; ")}]`;
}
