import { toVisual } from "../text/bidi";
import type { PdfRun } from "./pdf-run";

/** The parts of pdf.js's text item that are used, in points of the page. */
export interface PdfTextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

export interface UprightOptions {
  /** From the page's points to the page as it is shown. */
  readonly viewport: readonly number[];
  /** Fonts whose text runs downwards. */
  readonly verticalFonts: ReadonlySet<string>;
}

/** Text in one direction. */
export interface TextDirection {
  /** Clockwise, in degrees. */
  readonly angle: number;
  readonly runs: readonly PdfRun[];
}

/** Directions that differ by less are one. */
const ANGLE_STEP = 5;

/** The runs of a page for each direction of text, the one with the most text first. */
export function uprightRuns(items: readonly PdfTextItem[], options: UprightOptions): TextDirection[] {
  const byAngle = new Map<number, PdfRun[]>();
  for (const item of items) {
    if (item.str.trim() === "") continue;
    const { angle, run } = toRun(item, options);
    const runs = byAngle.get(angle) ?? [];
    runs.push(run);
    byAngle.set(angle, runs);
  }
  return [...byAngle]
    .map(([angle, runs]) => ({ angle, runs }))
    .sort((a, b) => countCharacters(b.runs) - countCharacters(a.runs));
}

function countCharacters(runs: readonly PdfRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

function toRun(item: PdfTextItem, { viewport, verticalFonts }: UprightOptions) {
  const [a, b, c, d, e, f] = multiply(viewport, item.transform);
  const isVertical = verticalFonts.has(item.fontName);
  const turned = (Math.atan2(b, a) * 180) / Math.PI + (isVertical ? 90 : 0);
  const angle = ((Math.round(turned / ANGLE_STEP) * ANGLE_STEP + 540) % 360) - 180;
  const { x, y } = turnBack(e, f, angle);
  const size = Math.hypot(c, d) || item.height || 1;
  const length = isVertical ? item.height : item.width;
  const run: PdfRun = {
    text: toVisual(item.str.replaceAll("\0", ""), item.dir === "rtl" ? "rtl" : "ltr"),
    x,
    right: x + length,
    y,
    size,
    font: item.fontName,
  };
  return { angle, run };
}

/** A point of the page as it is shown, after the page is turned so that text at `angle` is upright. */
export function turnBack(x: number, y: number, angle: number): { readonly x: number; readonly y: number } {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
