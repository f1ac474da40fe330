import { cleanText } from "../text/clean-text";
import type { PdfFragment, PdfRow } from "./join-rows";

/** A field of a form on the upright page; y grows downwards. */
export interface PlacedField {
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly kind: "text" | "check";
  readonly value: string;
  readonly names: readonly string[];
}

/** "Home port: Flensburg", where it stands. */
export interface LabelledField {
  readonly text: string;
  readonly y: number;
  readonly x: number;
  /** Height of the label's font; 0 without one. */
  readonly size: number;
}

export interface LabelledPage {
  /** The rows without the labels. */
  readonly rows: readonly PdfRow[];
  readonly fields: readonly LabelledField[];
}

/** In font sizes. */
const MAX_LEFT_GAP = 30;
const MAX_NEAR_GAP = 4;
const MAX_ABOVE_GAP = 1.8;
const MAX_BELOW_GAP = 1.8;
const MAX_BOX_GAP = 3;

/** Gives every field that is filled in its label: the words beside, above or below it, or its own name. */
export function labelFields(rows: readonly PdfRow[], fields: readonly PlacedField[]): LabelledPage {
  const fragments = rows.flatMap((row) => row.fragments);
  const used = new Set<PdfFragment>();
  const labelled = fields
    .filter(({ value }) => value !== "")
    .map((field): LabelledField => {
      const label =
        field.kind === "check" ? boxLabel(field, fragments) : textLabel(field, { fragments, fields });
      for (const fragment of label.fragments) used.add(fragment);
      const { y = field.bottom, size = 0 } = label.fragments.at(-1) ?? {};
      return { text: label.text, x: field.x, y, size };
    });
  const rest = rows.flatMap((row) => {
    const kept = row.fragments.filter((fragment) => !used.has(fragment));
    return kept.length > 0 ? [{ ...row, fragments: kept }] : [];
  });
  return { rows: rest, fields: labelled.sort((a, b) => a.y - b.y || a.x - b.x) };
}

interface Label {
  readonly text: string;
  readonly fragments: readonly PdfFragment[];
}

interface Surroundings {
  readonly fragments: readonly PdfFragment[];
  readonly fields: readonly PlacedField[];
}

function textLabel(field: PlacedField, around: Surroundings): Label {
  const left = leftOf(field, around);
  const above = aboveOf(field, around.fragments);
  const isNear = left && (field.x - left.right <= left.size * MAX_NEAR_GAP || /[:：]\s*$/.test(left.text));
  const fragment = isNear ? left : (above ?? left ?? belowOf(field, around.fragments));
  const name = fragment ? labelText(fragment) : (field.names[0] ?? "");
  return { text: withName(name, field.value), fragments: fragment ? [fragment] : [] };
}

/** "Engine: Diesel (checked)", "Diesel: checked". */
function boxLabel(field: PlacedField, fragments: readonly PdfFragment[]): Label {
  const level = fragments.filter((fragment) => isLevel(fragment, field));
  const right = nearest(level, ({ x, size }) => distance(x - field.right, size * MAX_BOX_GAP));
  const isLeft = ({ right: edge, size }: PdfFragment) => distance(field.x - edge, size * MAX_LEFT_GAP);
  const group = nearest(
    level.filter(({ text }) => /[:：]\s*$/.test(text)),
    isLeft,
  );
  if (right && group)
    return {
      text: `${labelText(group)}: ${labelText(right)} (${field.value})`,
      fragments: [group, right],
    };
  const left = nearest(level, isLeft);
  const fragment = right ?? left;
  const name = fragment ? labelText(fragment) : field.names.slice(0, 2).join(" ");
  return { text: withName(name, field.value), fragments: fragment ? [fragment] : [] };
}

function labelText({ text }: PdfFragment): string {
  return cleanText(text).replace(/[\s:：…]+$/, "");
}

function withName(name: string, value: string): string {
  return name === "" ? value : `${name}: ${value}`;
}

function isLevel({ y, size }: PdfFragment, { top, bottom }: PlacedField): boolean {
  return y >= top - size * 0.1 && y <= bottom + size * 0.5;
}

/** The words to the left of a field, unless another field stands between. */
function leftOf(field: PlacedField, { fragments, fields }: Surroundings): PdfFragment | undefined {
  const level = fragments.filter((fragment) => isLevel(fragment, field) && fragment.x < field.x);
  const left = nearest(level, ({ right, size }) =>
    distance(Math.max(0, field.x - right), size * MAX_LEFT_GAP),
  );
  const isTaken = fields.some(
    (other) =>
      other !== field &&
      left !== undefined &&
      isLevel(left, other) &&
      other.x > left.x &&
      other.right <= field.x + 1,
  );
  return isTaken ? undefined : left;
}

function aboveOf(field: PlacedField, fragments: readonly PdfFragment[]): PdfFragment | undefined {
  return nearest(fragments, ({ x, right, y, size }) => {
    const isAcross = x < field.right && right > field.x - size * 2 && x > field.x - size * 3;
    return isAcross ? distance(field.top + size * 0.3 - y, size * MAX_ABOVE_GAP) : undefined;
  });
}

function belowOf(field: PlacedField, fragments: readonly PdfFragment[]): PdfFragment | undefined {
  return nearest(fragments, ({ x, right, y, size }) =>
    x < field.right && right > field.x ? distance(y - field.bottom, size * MAX_BELOW_GAP) : undefined,
  );
}

/** Undefined where it is negative or too large. */
function distance(value: number, limit: number): number | undefined {
  return value >= -1 && value <= limit ? value : undefined;
}

function nearest(
  fragments: readonly PdfFragment[],
  distanceTo: (fragment: PdfFragment) => number | undefined,
): PdfFragment | undefined {
  let best: PdfFragment | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const fragment of fragments) {
    const away = distanceTo(fragment);
    if (away !== undefined && away < least) [best, least] = [fragment, away];
  }
  return best;
}
