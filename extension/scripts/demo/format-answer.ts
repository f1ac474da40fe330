import type { Answer } from "../../../engine/model/answer";

/** An answer for the terminal: question, text, and one line a citation. */
export function formatAnswer({ question, text, citations, timings }: Answer): string {
  const sources = citations.map(
    ({ n, title, container, url }) => `  [${n}] ${title} (${container?.join("/") ?? url})`,
  );
  return `\n> ${question}\n\n${text}\n\n${[...sources, `  ${Math.round(timings.total)} ms`].join("\n")}\n`;
}

/** An answer as `--json` prints it; the fields are a promise to scripts. Timings are milliseconds. */
export function toAnswerJson({ question, text, citations, timings }: Answer) {
  return {
    question,
    answer: text,
    citations: citations.map(({ n, title, url, quote, source, updatedAt }) => ({
      n,
      title,
      url,
      quote,
      source,
      updatedAt,
    })),
    timings,
  };
}
