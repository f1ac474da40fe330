/** What kind of value a question asks for. */
export type AnswerType =
  | "time"
  | "duration"
  | "person"
  | "place"
  | "money"
  | "number"
  | "phone"
  | "reason"
  | "steps";

/** Words of a question for each type, more specific types first: "how long" before "how". In the languages' own order. */
const QUESTION_WORDS: readonly (readonly [AnswerType, RegExp])[] = [
  [
    "steps",
    words(
      "what (?:should|must|do|can|shall) (?:i|we|you|one) do|was (?:muss|soll|kann) (?:ich|man) (?:tun|machen)|que (?:dois|faut)|qué (?:debo|hago|hay que hacer)",
    ),
  ],
  [
    "phone",
    words(
      "(?:phone|telephone|fax)\\s*(?:number)?|(?:mobile|cell|emergency|hotline)\\s*(?:tele)?(?:phone|number)s?|(?:what|which) number (?:do|should|can|must|shall|to) .*\\b(?:call|dial|ring|phone)|numbers? to (?:call|dial|ring)|telefonnummer|handynummer|rufnummer|durchwahl|(?:numéro de )?téléphone|teléfono|telefono|telefone|telefoonnummer|telefonnumret?|телефон|電話番号?|电话|電話|전화|هاتف|טלפון|फ़ोन नंबर|โทรศัพท์",
    ),
  ],
  [
    "duration",
    words(
      "how long|for how (?:many|much)|how much time|wie lang(?:e)?|combien de temps|cu[aá]nto tiempo|quanto tempo|hoe lang|hur länge|hvor len(?:ge|gi)|hvor længe|jak długo|jak dlouho|kuinka kauan|meddig|ne kadar süre|как долго|сколько времени|скільки часу|πόση ώρα|πόσο καιρό|どのくらいの期間|何(?:日|週|か月|年)間|多久|多長時間|多长时间|얼마나 오래|كم من الوقت|כמה זמן|कितने समय|นานแค่ไหน|นานเท่าไ",
    ),
  ],
  [
    "money",
    words(
      "how expensive|(?:what|how much)\\b.*\\b(?:costs?|prices?|pays?|paid|fees?|charges?|tariffs?|rates?|deposits?|budgets?|salary|wages?|earns?|limits?)|(?:what|how) (?:are|is|much|many)\\b.*\\b(?:euros?|dollars?|pounds?|francs?)|(?:was|wie ?viel) koste(?:t|n|te|ten)|(?:was|wie ?viel)\\b.*\\b(?:gekostet|bezahlt|gezahlt)|(?:was|wie ?viel) (?:wird|werden|würden?|soll|darf|kann)\\b.*\\bkosten|wie teuer|(?:welcher )?preis|wie hoch (?:ist|sind|war|waren) (?:der|die|das|unser|unsere) (?:gehalt|lohn|kaution|gebühr|miete|beitrag|budget|rechnung|kosten|preis|rechnungsbetrag)|combien coûten?t?|quel (?:est le )?prix|cu[aá]nto (?:cuesta|vale)n?|precio|quanto cost(?:a|ano)|prezzo|quanto custa|preço|hoeveel kost|(?:vad|hva|hvad) koste?r|ile kosztuje|kolik stojí|paljonko maksaa|mennyibe kerül|kaç para|fiyatı|сколько стоит|цена|скільки коштує|πόσο κοστίζει|いくら|料金|値段|多少[钱錢]|价格|價格|얼마(?:예요|입니까|인가요)?|가격|كم (?:سعر|تكلفة|يكلف|ثمن)|כמה עול\\p{L}*|מחיר|कितने का|कीमत|दाम|ราคา|กี่บาท",
    ),
  ],
  [
    "number",
    words(
      "how (?:many|much|deep|high|tall|wide|big|large|heavy|far|fast|old|often|hot|cold|thick)|what (?:number|percentage|share)|wie ?viele?|wie (?:hoch|tief|weit|breit|groß|schwer|alt|oft)|combien|cu[aá]nt[oa]s?|quant[ioae]|hoeveel|hur (?:många|mycket)|hvor (?:mange|meget|mye)|ile|kolik|kuinka monta|hány|mennyi|kaç|сколько|скільки|πόσ\\p{L}+|كم|כמה|कितन\\p{L}+|กี่|เท่าไ|几[个個人台艘]|幾|多少|いくつ|何[人個枚台隻本回年歳時]|몇",
    ),
  ],
  [
    "time",
    words(
      "when|(?:what|which|on which|at what) (?:date|day|time|hour|year|month|week|weekday)s?|(?:until|since|from) when|how (?:late|early|soon)|wann|um wie ?viel uhr|an welche[mn] (?:tag|datum)|quand|à quelle heure|quel jour|quelle date|cu[aá]ndo|a qu[eé] hora|qu[eé] d[ií]a|quando|a che ora|che giorno|a que horas|que dia|wanneer|hoe laat|när|når|hvornår|kiedy|o której|kdy|milloin|mikor|ne zaman|когда|коли|πότε|متى|מתי|کی|कब|เมื่อไ\\p{L}*|什么时候|什麼時候|何时|何時|几点|幾點|哪(?:天|一天)|いつ|何日|何曜日|언제",
    ),
  ],
  [
    "person",
    words(
      "who|whose|whom|wer|wem|wen|wessen|(?<=^\\s*)qui|(?:à|de|par) qui|qui[eé]n(?:es)?|(?<=^\\s*)chi|quem|vem|hvem|kto|kdo|kuka|(?<=^\\s*)ki|(?<=^\\s*)kim|kim(?:dir|in)|кто|кого|кому|кем|хто|ποι(?:ος|α|οι)|(?<=^\\s*)من|מי|कौन|किस(?:ने|का|की)?|ใคร|谁|誰|だれ|누가|누구",
    ),
  ],
  [
    "place",
    words(
      "where|which (?:room|building|city|place|address)|wo|wohin|woher|où|d[oó]nde|dove|onde|waar|(?<=^\\s*)var|(?<=^\\s*)hvor|gdzie|kde|missä|hol|nerede|где|куда|де|πού|أين|איפה|היכן|कहाँ|कहां|ที่ไหน|哪里|哪裡|哪儿|在哪(?:里|裡|儿)?|どこ|어디\\p{L}*",
    ),
  ],
  [
    "reason",
    words(
      "why|what (?:caused?|is the (?:reason|cause))|for what reason|warum|wieso|weshalb|pourquoi|por qu[eé]|perché|waarom|varför|hvorfor|dlaczego|proč|miksi|miért|neden|почему|зачем|чому|γιατί|لماذا|למה|क्यों|ทำไม|为什么|為什麼|なぜ|どうして|왜",
    ),
  ],
  [
    "steps",
    words(
      "how (?:do|does|can|should|to|would|must)|what (?:should|must|do) (?:i|we|you)|wie (?:kann|soll|muss|mache|geht|funktioniert)|comment|c[oó]mo|come (?:si|posso|faccio)|como|hoe (?:kan|moet|doe)|hur (?:gör|kan|ska)|hvordan|jak|miten|hogyan|nasıl|как|як|πώς|كيف|איך|कैसे|อย่างไร|ยังไง|怎么|怎麼|如何|どう(?:やって|すれば)|어떻게",
    ),
  ],
];

/** The type of value a question asks for, by its question words; undefined for one that names none. */
export function answerTypeOf(question: string): AnswerType | undefined {
  return findQuestionWords(question)?.[0];
}

/** The words by which a question asks for its type: "how many". */
export function questionWordsOf(question: string): string | undefined {
  return findQuestionWords(question)?.[1].exec(question)?.[0];
}

function findQuestionWords(question: string) {
  return QUESTION_WORDS.find(([, pattern]) => pattern.test(question));
}

/** Words of scripts with spaces stand by themselves; those of others are found inside a run of letters. */
function words(alternatives: string): RegExp {
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
  const parts = splitAlternatives(alternatives);
  const inside = parts.filter((part) => spaceless.test(part));
  const alone = parts.filter((part) => !spaceless.test(part));
  const sources = [`(?<![\\p{L}\\p{M}\\p{N}])(?:${alone.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, ...inside];
  return new RegExp(sources.join("|"), "iu");
}

/** Splits at the bars outside brackets. */
function splitAlternatives(source: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of source) {
    if (character === "(" || character === "[") depth++;
    if (character === ")" || character === "]") depth--;
    if (character === "|" && depth === 0) {
      parts.push(current);
      current = "";
    } else current += character;
  }
  return [...parts, current];
}
