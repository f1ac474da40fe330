/** The languages whose words are known, by BCP 47. */
export const LANGUAGE_TAGS = [
  ...[
    "en",
    "de",
    "nl",
    "sv",
    "da",
    "no",
    "fi",
    "fr",
    "es",
    "it",
    "pt",
    "ro",
    "pl",
    "cs",
    "hu",
    "tr",
    "id",
    "vi",
  ],
  ...["ru", "uk", "bg", "el", "ar", "fa", "he", "hi", "th", "ja", "zh", "ko"],
] as readonly LanguageTag[];

export type LanguageTag =
  | ("en" | "de" | "nl" | "sv" | "da" | "no" | "fi" | "fr" | "es" | "it" | "pt" | "ro" | "pl" | "cs" | "hu")
  | ("tr" | "id" | "vi" | "ru" | "uk" | "bg" | "el" | "ar" | "fa" | "he" | "hi" | "th" | "ja" | "zh" | "ko");
