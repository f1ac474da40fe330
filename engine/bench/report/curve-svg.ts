import type { CurvePoint } from "./bench-result";
import { formatPlain } from "./format-number";

interface Line {
  readonly label: string;
  readonly colour: string;
  value(point: CurvePoint): number;
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const WIDTH = 360;
const HEIGHT = 240;
const MARGIN = { top: 52, right: 20, bottom: 34, left: 58 };
const BLUE = "#1f5fbf";
const RED = "#c2410c";
const GREEN = "#15803d";

const PANELS: readonly Panel[] = [
  {
    title: "Building, µs per chunk",
    lines: [{ label: "", colour: BLUE, value: ({ buildMs, n }) => (1000 * buildMs) / n }],
  },
  {
    title: "Bytes per chunk",
    lines: [
      { label: "memory", colour: BLUE, value: ({ memoryBytes, n }) => memoryBytes / n },
      { label: "saved", colour: RED, value: ({ savedBytes, n }) => savedBytes / n },
    ],
  },
  {
    title: "Query p50, ns per chunk",
    lines: [
      { label: "vector", colour: BLUE, value: ({ p50VectorMs, n }) => (1e6 * p50VectorMs) / n },
      { label: "sentence", colour: RED, value: ({ p50LongMs, n }) => (1e6 * p50LongMs) / n },
      { label: "two terms", colour: GREEN, value: ({ p50ShortMs, n }) => (1e6 * p50ShortMs) / n },
    ],
  },
  {
    title: "Hybrid query with filters, ms",
    lines: [
      { label: "p50", colour: BLUE, value: ({ p50HybridMs }) => p50HybridMs },
      { label: "p95", colour: RED, value: ({ p95HybridMs }) => p95HybridMs },
    ],
  },
];

/** Four small charts over the number of chunks (logarithmic); a level line is a cost that does not grow. */
export function curveSvg(points: readonly CurvePoint[]): string {
  const panels = PANELS.map((panel, at) => {
    const place = `translate(${(at % 2) * WIDTH} ${Math.floor(at / 2) * HEIGHT})`;
    return `<g transform="${place}">${drawPanel(panel, points)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${2 * HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="11">`,
    "<title>Cost per chunk as the index grows</title>",
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...panels,
    "</svg>\n",
  ].join("\n");
}

function drawPanel({ title, lines }: Panel, points: readonly CurvePoint[]): string {
  const top = niceCeiling(Math.max(...lines.flatMap((line) => points.map((point) => line.value(point)))));
  const x = scaleX(points);
  const y = (value: number) => HEIGHT - MARGIN.bottom - (value / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const ticks = [0, top / 2, top].map(
    (value) =>
      `<path d="M${MARGIN.left} ${y(value).toFixed(1)}H${WIDTH - MARGIN.right}" stroke="#d4d4d4"/>` +
      `<text x="${MARGIN.left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end" fill="#525252">${formatPlain(value)}</text>`,
  );
  const sizes = points.map(
    ({ n }) =>
      `<text x="${x(n).toFixed(1)}" y="${HEIGHT - MARGIN.bottom + 16}" text-anchor="middle" fill="#525252">${shortSize(n)}</text>`,
  );
  const drawn = lines.map(({ colour, value }) => {
    const path = points.map((point) => `${x(point.n).toFixed(1)} ${y(value(point)).toFixed(1)}`).join("L");
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  });
  const legend = lines.map(
    ({ label, colour }, at) =>
      `<text x="${WIDTH - MARGIN.right - (lines.length - 1 - at) * 62}" y="34" text-anchor="end" fill="${colour}">${label}</text>`,
  );
  const heading = `<text x="12" y="20" font-weight="600" fill="#171717">${title}</text>`;
  return [heading, ...legend, ...ticks, ...sizes, ...drawn].join("\n");
}

function scaleX(points: readonly CurvePoint[]): (n: number) => number {
  const low = Math.log(points[0]?.n ?? 1);
  const range = Math.log(points.at(-1)?.n ?? 1) - low || 1;
  return (n) => MARGIN.left + 12 + ((Math.log(n) - low) / range) * (WIDTH - MARGIN.left - MARGIN.right - 24);
}

/** The next number that reads well: 1, 2 or 5 times a power of ten. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

function shortSize(n: number): string {
  return n >= 1_000_000 ? `${n / 1_000_000} M` : `${n / 1_000} k`;
}
