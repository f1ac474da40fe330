import { stemmer } from "stemmer";
import type { TermAnalysis } from "../language";

/** Lucene's classic list, the words of questions, and what contractions leave behind ("don't" → "don"). */
const STOP_WORDS =
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these " +
  "they this to was will with " +
  "am been being can could did do does had has have he her his how i its me my our she should so than them " +
  "us we were what when where which who whom whose why would you your " +
  "aren couldn didn doesn don hadn hasn haven isn shouldn wasn weren won wouldn";

export const termAnalysis: TermAnalysis = {
  stopWords: new Set(STOP_WORDS.split(" ")),
  contraction: /['’](?:s|t|re|ve|ll|d|m)$/iu,
  alphabet: "abcdefghijklmnopqrstuvwxyz",
  stemmable: /^[a-z]+$/,
  // Porter's algorithm (1980).
  stem: stemmer,
  endings: [
    "izations",
    "ational",
    "iveness",
    "fulness",
    "ousness",
    "ability",
    "ically",
    "ments",
    "ances",
    "ences",
    "ously",
    "ively",
    "ers",
    "ing",
    "ied",
  ],
};
