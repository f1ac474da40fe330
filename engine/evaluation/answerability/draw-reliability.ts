import type { AnswerabilityExample } from "./collect-set-examples";
import { type LogisticModel, predict } from "./fit-logistic";

const BINS = 10;
const SIZE = 320;
const MARGIN = 40;

/** The share of answers by predicted probability, in ten bins of equal width, as SVG. */
export function drawReliability(examples: readonly AnswerabilityExample[], model: LogisticModel): string {
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const inside = examples.filter(
      ({ features }) => Math.min(BINS - 1, Math.floor(predict(model, features) * BINS)) === bin,
    );
    return { predicted: (bin + 0.5) / BINS, count: inside.length, share: shareOf(inside) };
  }).filter(({ count }) => count > 0);
  const x = (value: number) => MARGIN + value * SIZE;
  const y = (value: number) => MARGIN + (1 - value) * SIZE;
  const points = bins.map(
    ({ predicted, share, count }) =>
      `<circle cx="${x(predicted)}" cy="${y(share).toFixed(1)}" r="4"><title>${count} statements</title></circle>`,
  );
  const side = SIZE + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" font-family="sans-serif" font-size="12">`,
    "<title>How often a statement answers, by its predicted probability</title>",
    `<rect width="${side}" height="${side}" fill="white"/>`,
    `<path d="M${x(0)} ${y(0)}H${x(1)}M${x(0)} ${y(0)}V${y(1)}" stroke="black" fill="none"/>`,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="gray" stroke-dasharray="4"/>`,
    `<g fill="#2457d6">${points.join("")}</g>`,
    `<text x="${x(0.5)}" y="${side - 10}" text-anchor="middle">predicted probability, 0 to 1</text>`,
    `<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that answers, 0 to 1</text>`,
    "</svg>\n",
  ].join("\n");
}

function shareOf(examples: readonly AnswerabilityExample[]): number {
  return examples.filter(({ answers }) => answers).length / Math.max(1, examples.length);
}
