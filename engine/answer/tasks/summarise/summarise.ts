import { aboutTopic } from "../about";
import { changes } from "../changes/changes";
import { findPlaces, type Place, placeOf, versionKey } from "../find-places";
import type { IntentOf, TaskContext, TaskOutcome } from "../task";
import { summarisePlaces } from "./summarise-places";

const MAX_PLACES = 3;

/** The best covering sentences of what the subject names, under its headings; short texts whole. */
export async function summarise(
  { subject }: IntentOf<"summarise">,
  context: TaskContext,
): Promise<TaskOutcome> {
  const { focusedDocument, language } = context.deps;
  if (language.intents.thisDocument.test(subject)) {
    if (focusedDocument) return summarisePlaces([placeOf(focusedDocument)], context);
    return [[language.sentences.tasks.nameSubject]];
  }
  const places = newestVersions(await findPlaces(subject, context));
  if (places.length > 0) return summarisePlaces(places.slice(0, MAX_PLACES), context);
  if (language.texts.changesTitle.test(subject)) return changes({ kind: "changes" }, context);
  return aboutTopic(subject, context);
}

/** Of places whose names differ in their numbers alone, the newest: it comes first. */
function newestVersions(places: readonly Place[]): readonly Place[] {
  const found = new Map<string, Place>();
  for (const place of places) {
    const key = versionKey(place.name);
    if (!found.has(key)) found.set(key, place);
  }
  return [...found.values()];
}
