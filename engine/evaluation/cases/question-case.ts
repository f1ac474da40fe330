import * as z from "zod";

/** What holds for a right answer. */
const expectation = z.object({
  /** Each string stands in the answer's text or in the quoted text of a citation. */
  contains: z.array(z.string()).exactOptional(),
  /** Of each inner list at least one string does. */
  anyOf: z.array(z.array(z.string())).exactOptional(),
  /** None of these stands in the answer's text; quotes may hold them. */
  notContains: z.array(z.string()).exactOptional(),
  /** A citation is of this file: its path below `files/`. */
  file: z.string().exactOptional(),
  /** True when no file answers. */
  refuse: z.boolean().exactOptional(),
  /** All of these values are shown and said to differ. */
  conflict: z.array(z.string()).exactOptional(),
});

const questionCase = z.object({
  about: z.string().exactOptional(),
  kind: z.string(),
  /** ISO 8601 by path below `files/`. */
  modified: z.record(z.string(), z.string()).exactOptional(),
  questions: z.array(
    z.object({
      ask: z.string(),
      right: expectation,
      /** Questions asked before in the same conversation. */
      history: z.array(z.string()).exactOptional(),
      /** Counts the question under another kind than its case. */
      kind: z.string().exactOptional(),
    }),
  ),
});

export type Expectation = z.infer<typeof expectation>;
/** A folder of files with questions and what a right answer holds: `case.json` of a case. */
export type QuestionCase = z.infer<typeof questionCase>;

/** Throws a RangeError that names the case when `json` is none. */
export function parseQuestionCase(json: string, name: string): QuestionCase {
  try {
    return questionCase.parse(JSON.parse(json));
  } catch (cause) {
    throw new RangeError(`Cannot read the case "${name}": case.json is not of the documented form`, {
      cause,
    });
  }
}
