import { aboutTopic } from "./about";
import { findPlaces } from "./find-places";
import { summarisePlaces } from "./summarise/summarise-places";
import type { IntentOf, TaskContext, TaskOutcome } from "./task";

/** The opening of the document the subject names with the best of its sections, else the best statements on it. */
export async function about({ subject }: IntentOf<"about">, context: TaskContext): Promise<TaskOutcome> {
  const [place] = await findPlaces(subject, context);
  return place ? summarisePlaces([place], context) : aboutTopic(subject, context);
}
