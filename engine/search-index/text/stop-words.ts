/**
 * English words that say nothing about what a passage is about; they are neither indexed nor searched.
 * Lucene's classic list, the words questions are made of, and what contractions leave behind ("don't" → "don").
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these " +
    "they this to was will with " +
    "am been being can could did do does had has have he her his how i its me my our she should so than them " +
    "us we were what when where which who whom whose why would you your " +
    "aren couldn didn doesn don hadn hasn haven isn shouldn wasn weren won wouldn"
  ).split(" "),
);
