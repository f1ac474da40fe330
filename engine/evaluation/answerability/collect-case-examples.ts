import type { Evidence } from "../../answer/evidence/assess-evidence";
import { openFolder } from "../cases/evaluate-folder";
import { judgeAnswer } from "../cases/judge-answer";
import type { OpenCaseOptions } from "../cases/open-case";
import type { NamedCase } from "../cases/read-cases";
import type { AnswerabilityExample, ToRow } from "./collect-set-examples";

/** The best statement of each question of a case; it answers when it has what is expected of an answer. */
export async function collectCaseExamples(
  named: NamedCase,
  { toRow, ...options }: OpenCaseOptions & { readonly toRow: ToRow },
): Promise<readonly AnswerabilityExample[]> {
  const seen: Evidence[] = [];
  const opened = await openFolder(named, { ...options, onEvidence: (evidence) => seen.push(evidence) });
  const examples: AnswerabilityExample[] = [];
  for (const { ask, history, right } of named.questionCase.questions) {
    // Help reads no evidence: that of the question before it is not its own.
    seen.length = 0;
    await opened.ask(ask, history);
    const best = seen.at(-1)?.statements[0];
    // A contradiction takes two statements.
    if (!best || right.conflict) continue;
    const { notContains: _, ...expected } = right;
    const quote = [best.statement.markdown, best.statement.words, best.text, best.companion?.text].join("\n");
    const citations = [{ quote, itemId: best.passage.document.itemId }];
    const answers =
      !right.refuse && judgeAnswer({ text: quote, found: true, citations }, expected) === "right";
    examples.push({ features: toRow(best.features), answers, isAnswerable: !right.refuse });
  }
  opened.close();
  return examples;
}
