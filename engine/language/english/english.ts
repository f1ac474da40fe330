import type { Language } from "../language";
import { filters } from "./filters";
import { intents } from "./intents";
import { prompts } from "./prompts";
import { questions } from "./questions";
import { loadRelatedWords } from "./related-words/load-related-words";
import { sentences } from "./sentences";
import { texts } from "./texts";

export const english: Language = {
  tag: "en",
  questions,
  intents,
  filters,
  texts,
  prompts,
  sentences,
  relatedWords: loadRelatedWords,
};
