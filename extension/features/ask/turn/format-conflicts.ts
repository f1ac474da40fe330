import type { AnswerConflict } from "../../../../engine/model/answer";

/** What a card says of the conflicts its citation is part of: "Newer than 2, which says otherwise". */
export function formatConflicts(n: number, conflicts: readonly AnswerConflict[]): readonly string[] {
  return conflicts.flatMap(({ newer, older }) => {
    if (n === newer) return [`Newer than ${older}, which says otherwise`];
    return n === older ? [`Older than ${newer}, which says otherwise`] : [];
  });
}
