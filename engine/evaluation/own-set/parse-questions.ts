import * as z from "zod";
import type { ExpectedAnswer } from "../evaluate-answers";

const line = z.object({
  question: z.string(),
  gold: z.array(z.string()),
  answer: z.string().exactOptional(),
});

/** Reads `questions.jsonl`; `gold` names packages whose README answers. */
export function parseQuestions(content: string): readonly ExpectedAnswer[] {
  return content
    .trim()
    .split("\n")
    .map((entry) => line.parse(JSON.parse(entry)));
}
