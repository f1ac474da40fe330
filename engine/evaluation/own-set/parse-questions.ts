import * as z from "zod";

/** A question to the README files, with what a right answer is. */
export interface OwnQuestion {
  readonly question: string;
  /** Packages whose README answers it; none when nothing does. */
  readonly gold: readonly string[];
  /** Words that a right answer quotes from one of them. */
  readonly answer?: string;
}

const line = z.object({
  question: z.string(),
  gold: z.array(z.string()),
  answer: z.string().exactOptional(),
});

/** Reads `questions.jsonl`. */
export function parseQuestions(content: string): readonly OwnQuestion[] {
  return content
    .trim()
    .split("\n")
    .map((entry) => line.parse(JSON.parse(entry)));
}
