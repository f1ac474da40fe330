import type { QuestionPatterns } from "../language";
import { askedFacts } from "./facts/asked-facts";
import { phrasalNouns } from "./phrasal-nouns";

const PLACED_NAME = /(?<!\p{L})(at|in|of|for|from|to|with|by)\s+(\p{Lu}[\p{L}'’-]+)/gu;

export const questions: QuestionPatterns = {
  followUpOpening:
    /^(?:and|but|or|so|then|also|what about|how about|what else|which one|really|i mean|i meant)\b/i,
  alternatives:
    /\b(?:(?:which|this|that|the|another|other|last|first|new|old)\s+ones?|any(?:thing|one|where)?\s+(?:else|others?)|(?:what|who|where|how)\s+(?:else|others?)|the\s+(?:same|others?|former|latter))\b|\b(?:more|one)\s*[?.!]*$/i,
  anaphors:
    /\b(?:it|its|this|that|these|those|they|them|their|theirs|he|him|his|she|her|hers|there|such)\b/gi,
  expletives: [
    /\b(?:is|are|was|were|be|will|would|can|could|may|might|must|should|do|does)(?:n['’]t)?\s+there(?:\s+be)?\b/gi,
    /\bthere(?:['’]s|\s+(?:is|are|was|were|be|will|has|have|exists?))\b/gi,
    /\b(?:(?:is|was)(?:n['’]t)?\s+it|it(?:['’]s|\s+is|\s+was))\s+(?=\w+\s+(?:to|that|for|if)\b)/gi,
  ],
  conjunctions: new Set(["that"]),
  why: /^why\b/i,
  definition: /^(?:(?:what|who)(?:['’]s|\s+(?:is|are|was|were))|define|explain)\b/i,
  mainVerb:
    /^\s*(?:who|what|which\s+\p{L}+)\s+(?!(?:is|are|was|were|am|be|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b)(?<verb>\p{L}+)(?=\s+\S)|\b(?:do|does|did|can|could|will|would|shall|should|may|might|must)\b.*\s(?<lastVerb>\p{L}+)\s*\??\s*$/iu,
  role: /^\s*(?:who(?:['’]s|\s+(?:is|are|was|were))\s+(?:the|our|your|their|its|my|his|her)|wer\s+(?:ist|war|sind)\s+(?:der|die|das|unsere?|euer|ihre?)|qui\s+est\s+(?:le|la|notre)|qui[eé]n\s+es\s+(?:el|la|nuestr[oa])|chi\s+è\s+(?:il|la|lo))\s+(?:[\p{L}-]+\s+)*?(?<role>[\p{L}-]+)\s*(?:(?:of|for|at|in|on|from|to|von|vom|der|des|für|im|du|de|des|del|di|della)\s|[?.!]*\s*$)/iu,
  asksForNext:
    /\b(?:(?:what|which step)\b.*\b(?:after|next)|next step|was kommt (?:nach|als nächstes)|qué (?:viene|sigue) después|que (?:faire|vient)[- ]+(?:il |t-on )?après)\b/i,
  head: /^\s*(?:(?:how (?:many|much)|which|whose|wie ?viele?|welche[rsnm]?|combien de|quel(?:le)?s?|cu[aá]nt[oa]s|cu[aá]l(?:es)?|quant[ie]|qual[ie]?|hoeveel|welke?)\s+)(?<head>\p{L}[\p{L}-]+)(?=\s+\S)/iu,
  asksForCode:
    /\b(?:commands?|snippets?|examples?|syntax|install(?:ation|ing)?|import|script|cli|flags?|usage|configure|run)\b/i,
  asksHow: /\b(?:how|code)\b/i,
  asksForOverview:
    /^\s*(?:(?:please|can you|could you)\s+)*(?:summari[sz]e|sum up|tl;?dr|(?:give me |write )?an? (?:short )?(?:summary|overview)|what(?:'s| is) this (?:\w+ )?about)\b/i,
  asksForWords:
    /\b(?:sa(?:y|ys|id)|tells?|told|thinks?|thought|believes?|wr(?:ite|ites|ote|itten)|means?|meant|claims?|claimed|suggest(?:s|ed)?|propos(?:e|es|ed)|answer(?:s|ed)?|repl(?:y|ies|ied)|according to|sagt|schreibt|meint|dit|écrit|dice|escribe)\b/i,
  askedFacts,
  phrasalNouns,
  placedNames: (text) =>
    [...text.matchAll(PLACED_NAME)].map(([, placedBy = "", name = ""]) => ({
      name,
      placedBy: placedBy.toLowerCase(),
    })),
  meaningChangingWords: /\b(?:not|no|never|without|who|when|where|why|how|which)\b|n['’]t\b/gi,
};
