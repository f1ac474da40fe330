/** The parts of pdf.js's annotations that are used; pdf.js has no types for them. */
export interface RawAnnotation {
  readonly subtype?: string;
  readonly annotationFlags?: number;
  readonly rect?: readonly number[];
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly overlaidText?: string;
  readonly inReplyTo?: string | null;
  readonly url?: string;
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  readonly textContent?: readonly string[];
  readonly fieldType?: string;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly alternativeText?: string;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly pushButton?: boolean;
  readonly password?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
  readonly file?: { readonly filename?: string; readonly content?: Uint8Array };
}

/** A place of a page in its own points: left, bottom, right, top. */
export type PdfRect = readonly [number, number, number, number];

export interface PdfWidget {
  readonly rect: PdfRect;
  readonly kind: "text" | "check";
  /** "checked" or "not checked" for a box; "" where nothing is filled in. */
  readonly value: string;
  /** Names of the field for where no label stands beside it, the best first. */
  readonly names: readonly string[];
}

export interface PdfAnnotations {
  readonly widgets: readonly PdfWidget[];
  readonly links: readonly { readonly rect: PdfRect; readonly url: string; readonly text: string }[];
  /** Text typed over the page. */
  readonly typed: readonly {
    readonly rect: PdfRect;
    readonly lines: readonly string[];
    readonly size: number;
  }[];
  /** "Comment by Ann on “42”: Check this". */
  readonly comments: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const HIDDEN = 2;
const DEFAULT_FONT_SIZE = 10;
/** What a form writer calls fields by itself. */
const GENERATED_NAME =
  /^(?:undefined|text|field|textfield|fill|check ?box|untitled|f\d)?[\s_]*[\d.]*(?:\[\d+\])?$/i;

export function readAnnotations(all: readonly RawAnnotation[]): PdfAnnotations {
  const shown = all.filter(({ annotationFlags = 0 }) => (annotationFlags & HIDDEN) === 0);
  return {
    widgets: shown.flatMap(toWidget),
    links: shown.flatMap(toLink),
    typed: shown.flatMap((annotation) => {
      const lines = annotation.subtype === "FreeText" ? textLines(annotation) : [];
      const size = annotation.defaultAppearanceData?.fontSize || DEFAULT_FONT_SIZE;
      return lines.length > 0 ? [{ rect: rectOf(annotation), lines, size }] : [];
    }),
    comments: shown.flatMap(toComment),
    files: shown.flatMap(({ file }) =>
      file?.content ? [{ name: file.filename ?? "attachment", bytes: file.content }] : [],
    ),
  };
}

function rectOf({ rect = [] }: RawAnnotation): PdfRect {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

function textLines({ textContent, contentsObj }: RawAnnotation): readonly string[] {
  const lines = textContent?.length ? textContent : (contentsObj?.str ?? "").split(/[\r\n]+/);
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

function toWidget(annotation: RawAnnotation): readonly PdfWidget[] {
  const { subtype, pushButton, password, checkBox, radioButton } = annotation;
  if (subtype !== "Widget" || pushButton || password) return [];
  const rect = rectOf(annotation);
  const names = namesOf(annotation);
  if (checkBox || radioButton) return [{ rect, kind: "check", value: stateOf(annotation), names }];
  return [{ rect, kind: "text", value: enteredValue(annotation), names }];
}

function stateOf({ checkBox, fieldValue, exportValue, buttonValue }: RawAnnotation): string {
  const isChecked = checkBox
    ? typeof fieldValue === "string" && fieldValue !== "Off" && (!exportValue || fieldValue === exportValue)
    : fieldValue !== undefined && fieldValue !== null && fieldValue === buttonValue;
  return isChecked ? "checked" : "not checked";
}

function enteredValue({ fieldType, fieldValue, options = [] }: RawAnnotation): string {
  if (fieldType === "Sig") return fieldValue ? "signed" : "";
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((value): value is string => typeof value === "string")
    .map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
    .map((value) => value.replace(/\s+/g, " ").trim())
    .filter((value) => value !== "")
    .join(", ");
}

function namesOf({ alternativeText = "", fieldName = "", exportValue = "", buttonValue }: RawAnnotation) {
  const own =
    fieldName
      .split(".")
      .at(-1)
      ?.replace(/\[\d+\]$/, "") ?? "";
  const option = (exportValue || (buttonValue ?? "")).replace(/^(?:yes|on|true)$/i, "");
  return [alternativeText, own, option]
    .map((name) => name.replace(/[_\s]+/g, " ").trim())
    .filter((name) => name !== "" && !GENERATED_NAME.test(name));
}

function toLink({ subtype, url, overlaidText = "", ...rest }: RawAnnotation): PdfAnnotations["links"] {
  if (subtype !== "Link" || !url || !/^(?:https?|mailto|tel):/i.test(url)) return [];
  return isShown(url, overlaidText) ? [] : [{ rect: rectOf(rest), url, text: overlaidText.trim() }];
}

/** Whether the text of a link is its address, or the part of it on one line. */
function isShown(url: string, text: string): boolean {
  const bare = (words: string) => words.replace(/^(?:https?:\/\/|mailto:|tel:)|\s+|\/$/gi, "").toLowerCase();
  return text.trim().length > 3 && bare(url).includes(bare(text)) && /[.@/\d]/.test(text);
}

const MARKUP = new Set(["FreeText", "Link", "Widget", "Popup", "FileAttachment"]);

function toComment({ subtype = "", contentsObj, titleObj, overlaidText, inReplyTo }: RawAnnotation) {
  const words = (contentsObj?.str ?? "").replace(/\s+/g, " ").trim();
  if (MARKUP.has(subtype) || words === "") return [];
  const author = titleObj?.str?.trim();
  const marked = overlaidText?.replace(/\s+/g, " ").trim();
  const place = marked ? ` on “${marked}”` : "";
  return [`${inReplyTo ? "Reply" : "Comment"}${author ? ` by ${author}` : ""}${place}: ${words}`];
}
