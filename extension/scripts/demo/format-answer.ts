import type { Answer, Citation } from "../../../engine/model/answer";

/** An answer for the terminal: question, text, and one line a citation. */
export function formatAnswer({ question, text, citations, closest = [], timings }: Answer): string {
  const sources = citations.map((citation) => `  [${citation.n}] ${formatOrigin(citation)}`);
  const near = closest.map(
    (citation) => `  Closest: ${formatOrigin(citation)}\n    ${oneLine(citation.quote)}`,
  );
  return `\n> ${question}\n\n${text}\n\n${[...sources, ...near, `  ${Math.round(timings.total)} ms`].join("\n")}\n`;
}

function formatOrigin({ title, container, url }: Citation): string {
  return `${title} (${container?.join("/") ?? url})`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** An answer as `--json` prints it; the fields are a promise to scripts. Timings are milliseconds. */
export function toAnswerJson({
  question,
  text,
  found,
  citations,
  closest = [],
  conflicts = [],
  timings,
}: Answer) {
  return {
    question,
    answer: text,
    found,
    citations: citations.map(({ n, title, url, quote, source, updatedAt }) => ({
      n,
      title,
      url,
      quote,
      source,
      updatedAt,
    })),
    closest: closest.map(({ title, url, quote }) => ({ title, url, quote })),
    conflicts: conflicts.map(({ newer, older, text: statements }) => ({ newer, older, text: statements })),
    timings,
  };
}
