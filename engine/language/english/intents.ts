import type { IntentGrammar, IntentPattern, IntentPatterns } from "../intent-patterns";
import { otherIntents } from "../intents/other-intents";

const DOCUMENTS =
  "(?:documents?|docs?|files?|notes?|pages?|e-?mails?|mails?|messages?|bookmarks?|threads?|tickets?|issues?|articles?|papers?|pdfs?|presentations?|slides|spreadsheets?|posts?)";
const SHORT =
  "(?:(?:short|brief|quick|concise|high-level|rough|general|simple|executive|one-paragraph)\\s+)*";
/** A noun in the plural, at the end of a subject. */
const PLURAL = "(?:people|children|staff|criteria|data|(?!\\S*(?:ss|us|is)(?:\\s|$))[\\p{L}\\d-]+s)";
const SUBJECTS = `(?<subject>(?:\\S+\\s+){0,6}?${PLURAL})`;
const WE_HAVE =
  "(?:are there|exist|do (?:we|you|they|i) (?:have|offer|sell|provide|support|run|own|use)|are (?:available|offered|supported|provided|on offer)|can (?:i|we|you|one|people|customers) (?:choose|pick|select|choose from|pick from))";
const ALTOGETHER = "(?:\\s+(?:in total|altogether|in all|right now|now|currently))?";
/** How many of these is a value that a sentence states. */
const UNITS =
  /\b(?:seconds|minutes|hours|days|nights|weeks|months|quarters|years|euros|dollars|percent|points|times|metres|meters|miles|people|degrees)\b/i;
const NEGATION = /\b(?:not|no|never|without|except)\b|n['’]t\b/i;
const QUESTION_WORD = /^(?:who|what|which|when|where|why|how|is|are|was|were|do|does|did|can|should|will)\b/i;
/** Words that make of a short subject more than a name. */
const RELATION =
  /\b(?:of|for|in|at|per|on|to|from|by|with|about|after|before|than|and|or|next|left|due|wrong|missing|needed|required|allowed|included|it|this|that|there|here|new|up|\d+)\b|['’]s\b/i;
const PRONOUN = /^(?:it|this|that|they|these|those|he|she|you|i|we)$/i;
const OF = "(?:of|on|about|for|from|in)";
const WHAT_IS = "what(?:['’]?s|\\s+(?:is|are|was|were))";

function pattern(
  kind: Exclude<IntentPattern["kind"], "help">,
  source: string,
  options: Pick<IntentPattern, "unless"> & { readonly counted?: boolean } = {},
): IntentPattern {
  return { kind, pattern: new RegExp(`^(?:${source})$`, "iu"), ...options };
}

function help(reply: "help" | "thanks", source: string): IntentPattern {
  return { kind: "help", reply, pattern: new RegExp(`^(?:${source})$`, "iu") };
}

const HELP: readonly IntentPattern[] = [
  help(
    "help",
    "(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?:[ ,]+(?:there|atlas|all|everyone))?",
  ),
  help(
    "thanks",
    "(?:(?:ok(?:ay)?|great|perfect|cool|nice)[ ,]+)?(?:thanks?|thank you|thx|ty|cheers|much appreciated)(?:[ ,]+(?:so much|a lot|very much|you|atlas|again|that helps?|for .+))*",
  ),
  help(
    "help",
    "(?:help|help me|what can (?:you|atlas|i) (?:do|ask)(?: (?:you|for me|here|with (?:this|you|atlas)))?|what can (?:you|atlas) help(?: me)?(?: with)?)",
  ),
  help(
    "help",
    "who are you|what are you|how (?:do|can|should) i use (?:you|this|atlas)|how does (?:this|atlas) work|what (?:questions )?(?:can|should) i ask(?: you)?",
  ),
];

const SUMMARISE: readonly IntentPattern[] = [
  pattern("summarise", "(?:summari[sz]e|sum up|recap|condense)(?:\\s+(?<subject>.+))?"),
  pattern("summarise", "sum (?<subject>.+) up"),
  pattern(
    "summarise",
    `(?:(?:give|write|show|get|make|create|provide|prepare)\\s+(?:me\\s+|us\\s+)?)(?:an?\\s+|the\\s+)?${SHORT}(?:summary|overview|recap|synopsis|gist|outline|rundown|digest)(?:\\s+${OF}\\s+(?<subject>.+))?`,
  ),
  pattern(
    "summarise",
    `(?:an?\\s+|the\\s+)?${SHORT}(?:summary|overview|recap|synopsis|gist|rundown)(?:\\s+(?:of|on|about)\\s+(?<subject>.+))?`,
  ),
  pattern("summarise", `tl[;:,]?\\s?dr(?:\\s*[:,-]?\\s*(?:${OF}\\s+)?(?<subject>.+))?`),
  pattern("summarise", "(?<subject>.+?)[\\s,:;-]+tl[;:,]?\\s?dr"),
  pattern(
    "summarise",
    `(?:(?:${WHAT_IS}|list|give me|tell me|show me)\\s+)?(?:the\\s+)?(?:main|key|most important|major|central)\\s+(?:points?|takeaways?|ideas?|messages?|findings?|facts|highlights|insights)(?:\\s+${OF}\\s+(?<subject>.+))?`,
  ),
  pattern("summarise", "(?:walk|talk) me through (?<subject>.+)"),
  pattern("summarise", "(?:brief me|catch me up|bring me up to speed) (?:on|about) (?<subject>.+)"),
  pattern("summarise", `${WHAT_IS} (?<subject>.+?) (?:all )?about`),
  pattern(
    "summarise",
    `what does (?<subject>(?:\\S+\\s+){0,6}?${DOCUMENTS}(?:\\s+\\S+)?) (?:say|cover|contain|describe)`,
  ),
  pattern("summarise", `${WHAT_IS} in (?<subject>(?:\\S+\\s+){0,6}?${DOCUMENTS})`),
];

const COMPARE: readonly IntentPattern[] = [
  ...["(?:with|to|against|versus|vs\\.?)", "(?:and|&|or)"].flatMap((and) => [
    pattern("compare", `compare (?<left>.+?) ${and} (?<right>.+)`),
    pattern(
      "compare",
      `(?:(?:give|show) me )?(?:an? |the )?comparison (?:of|between) (?<left>.+?) ${and} (?<right>.+)`,
    ),
  ]),
  pattern(
    "compare",
    `(?:(?:${WHAT_IS}|show me|list|explain|tell me|name) )?(?:all )?(?:the )?(?:main |key |biggest )?(?:differences?|distinctions?) (?:between|of) (?<left>.+?) (?:and|vs\\.?|versus|to|from) (?<right>.+)`,
  ),
  pattern(
    "compare",
    "how (?:does|do|did) (?<left>.+?) (?:compare|differ|stack up) (?:to|with|from|against|and) (?<right>.+)",
  ),
  pattern(
    "compare",
    "how (?:does|do|did) (?<left>.+?) and (?<right>.+?) (?:compare|differ)(?: (?:in|on|for) (?<aspect>.+))?",
  ),
  pattern("compare", "how (?:is|are|was|were) (?<left>.+?) different (?:to|from|than) (?<right>.+)"),
  pattern("compare", "how (?:is|are|was|were) (?<left>.+?) and (?<right>.+?) different"),
  pattern(
    "compare",
    `what (?:has |have )?(?:changed|is different|differs) (?:between|from) (?<left>.+?) (?:and|to) (?<right>.+)`,
  ),
  pattern("compare", "(?<left>.+?) (?:vs\\.?|versus) (?<right>.+)", { unless: QUESTION_WORD }),
];

const CHANGES: readonly IntentPattern[] = [
  pattern(
    "changes",
    `${WHAT_IS} (?:new|the latest|the news|the (?:latest |recent |newest )(?:updates?|changes|news))(?: (?:in|with|about|on|for|at|from) (?<subject>.+))?`,
  ),
  pattern(
    "changes",
    "what (?:(?:has|have|was|were|is|are) )?(?:recently )?(?:changed|been (?:changed|updated|added)|updated)(?: recently| lately)?(?: (?:in|with|about|to|on|for|at) (?<subject>.+))?",
  ),
  pattern(
    "changes",
    "(?:(?:are|is) there )?(?:any|anything|something)\\s*(?:news|updates?|changes|new)(?: (?:in|on|about|with|for|to|from) (?<subject>.+))?",
  ),
  pattern(
    "changes",
    `(?:(?:show|give|tell|list)(?: me)? )?(?:the |all )?(?:latest|newest|most recent|recent) (?:news|updates?|changes|developments|additions|${DOCUMENTS})(?: (?:in|on|about|for|from|with|to) (?<subject>.+))?`,
  ),
  pattern(
    "changes",
    "(?:the )?(?:latest|news|updates?) (?:on|about|from) (?<subject>.+)|news|updates|(?:the )?latest",
  ),
  pattern(
    "changes",
    "what (?:did|have) (?:i|we) miss(?:ed)?|catch me up|what happened (?:lately|recently)|what has happened",
  ),
  pattern("changes", "(?:the )?(?:changelog|release notes)(?: (?:of|for) (?<subject>.+))?"),
];

const LIST: readonly IntentPattern[] = [
  pattern(
    "list",
    `(?:list|enumerate)(?: me)? (?:all|every|each|the|our|my)(?: of)?(?: the| our| my)? (?<subject>.+)`,
  ),
  pattern("list", `(?:list|enumerate)(?: me)? ${SUBJECTS}`),
  pattern(
    "list",
    "(?:show|give|tell|name|get)(?: me| us)? (?:all|every|a (?:full |complete )?list of|the (?:full |complete )?list of|the names of)(?: all)?(?: of)?(?: the| our| my)? (?<subject>.+)",
  ),
  pattern("list", `name the ${SUBJECTS}`),
  pattern("list", "(?:an? |the )?(?:full |complete )?list of(?: all)?(?: the| our| my)? (?<subject>.+)"),
  pattern(
    "list",
    `(?:what|which)(?: (?:different|other|kinds of|types of|sorts of))? ${SUBJECTS} ${WE_HAVE}${ALTOGETHER}`,
    { unless: NEGATION },
  ),
  pattern(
    "list",
    `${WHAT_IS} (?:all )?(?:the |our |my )?(?:different|available|various|possible|existing) ${SUBJECTS}`,
    { unless: NEGATION },
  ),
  pattern("list", `(?:how many|what number of) ${SUBJECTS} ${WE_HAVE}${ALTOGETHER}`, {
    unless: UNITS,
    counted: true,
  }),
  pattern("list", `count (?:all )?(?:the |our |my )${SUBJECTS}`, { counted: true }),
];

const FIND: readonly IntentPattern[] = [
  pattern(
    "find",
    `(?:find|search(?: for)?|look for|show|get|list|open)(?: me)? (?:(?:all|any|every|the|my|our|some) )*${DOCUMENTS} (?:that (?:mention|contain|are about)|which (?:mention|contain)|about|on|with|mentioning|containing|regarding|related to) (?<subject>.+)`,
  ),
  pattern(
    "find",
    `(?:which|what)(?: of (?:my|our|the))? ${DOCUMENTS} (?:mentions?|talks? about|contains?|covers?|discuss(?:es)?|(?:is|are) about|deals? with|describes?) (?<subject>.+)`,
  ),
  pattern(
    "find",
    `where (?:is|are|can i find|do i find) (?:the |my |our )?(?<subject>.+? (?:document|doc|file|e-?mail|pdf|spreadsheet|presentation|slides))`,
  ),
  pattern("find", "(?:search|look) for (?<subject>.+)"),
];

const ABOUT: readonly IntentPattern[] = [
  pattern(
    "about",
    "(?:tell|inform)(?: me| us)?(?: (?:everything|something|more|all|a bit|a little|what you know))* about (?<subject>.+)",
  ),
  pattern("about", "what (?:do|can) (?:we|you|i) (?:know|tell me|have|say) (?:about|on) (?<subject>.+)"),
  pattern(
    "about",
    "(?:(?:give|show|get)(?: me)? |i need )?(?:some |all |more |any |the )?(?:info|information|details|background|everything)(?: (?:you|we) have)? (?:on|about|regarding) (?<subject>.+)",
  ),
];

const DEFINE: readonly IntentPattern[] = [
  pattern("define", "define (?:the (?:term|word|acronym|abbreviation) )?(?<subject>.+)"),
  pattern(
    "define",
    `(?:${WHAT_IS} )?(?:the |a )?(?:definition|meaning) of (?:the (?:term|word|acronym|abbreviation) )?(?<subject>.+)`,
  ),
  pattern("define", "what (?:does|do|is|are) (?<subject>.+?) (?:mean|stand for|short for|meant by)"),
  pattern("define", "what (?:is|are) meant by (?<subject>.+)"),
  pattern("define", `${WHAT_IS} an? (?<subject>\\S+(?: \\S+){0,2})`, {
    unless: new RegExp(`^${WHAT_IS} an? .*(?:${RELATION.source})`, "iu"),
  }),
  pattern(
    "define",
    `${WHAT_IS} (?!(?:the|our|my|your|his|her|their|its|an?)\\b)(?<subject>\\S+(?: \\S+){0,2})`,
    { unless: new RegExp(`^${WHAT_IS} .*(?:${RELATION.source})`, "iu") },
  ),
];

const grammar: IntentGrammar = {
  opening:
    /^(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u)(?: please)?|(?:can|could|may) (?:i|we)(?: please)? (?:get|have|see)|(?:i|we)(?:['’]d like| would like| want| need)(?: you)?(?: to(?: see| know| have| get)?)?|help me(?: to)?|let['’]?s|(?:hi|hello|hey)(?: there| atlas)?|ok(?:ay)?|so|now|just|quickly|briefly|atlas)[\s,:!-]+/iu,
  ending:
    /[\s,]+(?:please|pls|plz|thanks?(?: you)?|for me|in short|briefly|quickly|in a few words|in (?:a few|one|two|three|four|five|\d+) (?:sentences?|words|lines|bullets?|points))$/iu,
  determiner: /^(?:the|an?|our|my|your|all|all of|those|these|this|that)\s+/iu,
  aspect:
    /\s+(?:for|in terms of|regarding|concerning|with regard to|when it comes to|with respect to|by|as to)\s+(?<aspect>[^\s].*)$/iu,
  patterns: [...HELP, ...SUMMARISE, ...COMPARE, ...CHANGES, ...FIND, ...LIST, ...ABOUT, ...DEFINE],
};

export const intents: IntentPatterns = {
  grammars: [grammar, ...otherIntents],
  keywords: [
    "summarize",
    "summarise",
    "summary",
    "compare",
    "comparison",
    "difference",
    "differences",
    "overview",
    "definition",
  ],
  recentTimes: /^(?:since|this|last|past|in the (?:last|past)|over the|yesterday|today|within|from)\b/i,
  happened: /^what(?:['’]?s| has| was)? (?:happened|happening|going on|been going on)$/i,
  pronoun: PRONOUN,
  thisDocument: new RegExp(
    `^(?:(?:it|this|that|the|here|all|everything|(?:current|open|attached|whole|entire)|${DOCUMENTS}|text|site|website|tab|selection|thing|one|and)\\s*)*$`,
    "i",
  ),
  newest: /^(?:latest|newest|most recent|last|current)\s+/i,
  documentNouns: new RegExp(
    `\\b(?:${DOCUMENTS}|texts?|memos?|reports?|guides?|policy|policies|handbooks?|manuals?|sheets?|decks?|section|chapter|wiki|site|topic)\\b`,
    "gi",
  ),
};
