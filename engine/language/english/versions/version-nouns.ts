/** The source of a pattern for documents that are called by their time: "the policy from 2024". */
export const DOCUMENT_OF_A_TIME =
  "(?:polic(?:y|ies)|rules?|regulations?|guidelines?|guide|handbook|manual|version|edition|revision|(?:price )?list|agreement|contract|terms|statutes?|bylaws|tariffs?|standard|specification|catalogue|catalog|menu)";

/** The source of a pattern for what has versions: documents, and values that are set anew. */
export const VERSION_NOUN =
  "(?:polic(?:y|ies)|rules?|regulations?|guidelines?|guides?|handbook|manual|document|page|version|edition|revision|release|list|plan|schedule|programme|program|agreement|contract|terms|statutes?|bylaws|tariffs?|price|prices|fees?|rates?|limits?|budget|procedure|process|standard|specification|spec|report|memo|notes?|form|catalogue|catalog|calendar|menu|salary|rent|address|hours|numbers?|richtlinie|ordnung|satzung|preisliste|vertrag|politique|règlement|política|reglamento)";
