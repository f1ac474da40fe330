import type { Language } from "../language";
import { filters } from "./filters";
import { prompts } from "./prompts";
import { questions } from "./questions";
import { sentences } from "./sentences";
import { texts } from "./texts";

export const english: Language = { tag: "en", questions, filters, texts, prompts, sentences };
