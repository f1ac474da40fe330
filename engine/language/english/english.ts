import type { Language } from "../language";
import { filters } from "./filters";
import { intents } from "./intents";
import { prompts } from "./prompts";
import { questions } from "./questions";
import { loadRelatedWords } from "./related-words/load-related-words";
import { sentences } from "./sentences";
import { texts } from "./texts";
import { versions } from "./versions/versions";

export const english: Language = {
  tag: "en",
  questions,
  intents,
  filters,
  texts,
  versions,
  prompts,
  sentences,
  relatedWords: loadRelatedWords,
};
