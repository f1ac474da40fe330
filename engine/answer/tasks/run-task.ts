import type { Intent } from "../../model/intent";
import { about } from "./about-subject";
import { changes } from "./changes/changes";
import { compare } from "./compare/compare";
import { define } from "./define";
import { find } from "./find";
import { help } from "./help";
import { listItems } from "./list/list-items";
import { summarise } from "./summarise/summarise";
import type { TaskContext, TaskOutcome } from "./task";

/** Does what was asked for. */
export async function runTask(intent: Intent, context: TaskContext): Promise<TaskOutcome> {
  switch (intent.kind) {
    case "question":
      return "question";
    case "summarise":
      return summarise(intent, context);
    case "compare":
      return compare(intent, context);
    case "list":
      return listItems(intent, context);
    case "changes":
      return changes(intent, context);
    case "define":
      return define(intent, context);
    case "find":
      return find(intent, context);
    case "about":
      return about(intent, context);
    case "help":
      return help(intent, context);
  }
}

/** The words of an intent that name something, for the sentence that nothing answers. */
export function subjectOf(intent: Intent): string | undefined {
  if (intent.kind === "compare") return [intent.left, intent.right, intent.aspect ?? ""].join(" ").trim();
  return "subject" in intent ? intent.subject : undefined;
}
