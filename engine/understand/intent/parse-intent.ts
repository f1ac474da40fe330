import type { IntentGrammar, IntentPattern } from "../../language/intent-patterns";
import type { Language, TimeExpression } from "../../language/language";
import type { Intent, TimeRange } from "../../model/intent";
import { correctKeywords } from "./correct-keywords";
import { shareWords } from "./share-words";

export interface IntentOptions {
  readonly language: Language;
  /** Milliseconds since the epoch: what "this month" means. */
  readonly now: number;
  /** True when a time that goes up to now was taken out of the question as a filter. */
  readonly isOfRecentTime?: boolean;
}

/** A task is asked for in few words; longer text is a question with its context. */
const MAX_CHARACTERS = 240;
/** Words of politeness that are removed one after another: "hi, can you please …". */
const MAX_OPENINGS = 5;
const END_MARKS = /[\s?!.,;:…]+$/u;
const QUOTES = /^["'“”‘’«»„]+|["'“”‘’«»„]+$/gu;
/** What a follow-up was completed with. */
const ADDED_WORDS = /^(?<own>.*?)\s*\((?<added>[^()]+)\)$/u;

/**
 * What a question asks for, by its phrasing alone. In doubt it is a question: a task that is none is answered wrongly,
 * a question that is a task is answered in part.
 */
export function parseIntent(question: string, options: IntentOptions): Intent {
  const line = question.replace(/\s+/g, " ").trim();
  if (line === "" || line.length > MAX_CHARACTERS) return { kind: "question" };
  const { language } = options;
  for (const grammar of language.intents.grammars) {
    for (const phrase of phrasesOf(line, grammar, language)) {
      const intent = matchPatterns(phrase, grammar, options);
      if (intent) return intent;
    }
  }
  return { kind: "question" };
}

/** Whether an intent is complete without the questions before it. `isPage`: a single page is asked. */
export function standsAlone(
  intent: Intent,
  { language, isPage }: { readonly language: Language; readonly isPage: boolean },
): boolean {
  if (intent.kind === "summarise") return isPage && language.intents.thisDocument.test(intent.subject);
  return intent.kind === "help" || (intent.kind === "changes" && intent.subject === undefined);
}

/** The question without its politeness, with its typos corrected, and as it was typed. */
function phrasesOf(line: string, grammar: IntentGrammar, { intents }: Language): readonly string[] {
  const typed = line.replace(END_MARKS, "").replace(QUOTES, "");
  const bare = removePoliteness(typed, grammar);
  return [...new Set([bare, correctKeywords(bare, intents.keywords), typed])];
}

function removePoliteness(line: string, { opening, ending }: IntentGrammar): string {
  let bare = line;
  for (let round = 0; round < MAX_OPENINGS; round++) {
    const shorter = bare.replace(opening, "").replace(ending, "").replace(END_MARKS, "");
    if (shorter === bare || shorter === "") break;
    bare = shorter;
  }
  return bare;
}

function matchPatterns(phrase: string, grammar: IntentGrammar, options: IntentOptions): Intent | undefined {
  const timed = takeTime(phrase, options);
  for (const pattern of grammar.patterns) {
    const words = pattern.kind === "changes" ? timed.rest : phrase;
    const match = pattern.pattern.exec(words);
    if (!match || pattern.unless?.test(words)) continue;
    const intent = toIntent(pattern, match.groups ?? {}, { grammar, options, time: timed.time });
    if (intent) return intent;
  }
  const isRecent = timed.isRecent || options.isOfRecentTime;
  return isRecent && options.language.intents.happened.test(timed.rest)
    ? changesOf({}, timed.time)
    : undefined;
}

interface TimedPhrase {
  /** Without the time. */
  readonly rest: string;
  readonly time: TimeRange | undefined;
  /** The time goes up to now. */
  readonly isRecent: boolean;
}

function takeTime(phrase: string, { language, now }: IntentOptions): TimedPhrase {
  const [found]: readonly (TimeExpression | undefined)[] = language.filters.parseTimes(phrase, now);
  if (!found) return { rest: phrase, time: undefined, isRecent: false };
  const { start, end, after, before } = found;
  const rest = `${phrase.slice(0, start)} ${phrase.slice(end)}`.replace(/\s+/g, " ").trim();
  return {
    rest: rest.replace(END_MARKS, ""),
    time: { ...(after !== undefined && { after }), ...(before !== undefined && { before }) },
    isRecent: language.intents.recentTimes.test(phrase.slice(start, end)),
  };
}

interface IntentContext {
  readonly grammar: IntentGrammar;
  readonly options: IntentOptions;
  readonly time: TimeRange | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function toIntent(pattern: IntentPattern, groups: Groups, context: IntentContext): Intent | undefined {
  const { intents } = context.options.language;
  if (pattern.kind === "help") return { kind: "help", reply: pattern.reply };
  if (pattern.kind === "compare") return compareOf(groups, context);
  const subject = toSubject(groups.subject ?? "", context);
  if (pattern.kind === "changes") return changesOf({ subject }, context.time);
  if (pattern.kind === "summarise") return { kind: "summarise", subject };
  if (subject === "" || intents.pronoun.test(subject)) return undefined;
  if (pattern.kind === "list") return { kind: "list", subject, ...(pattern.counted && { counted: true }) };
  return { kind: pattern.kind, subject };
}

function changesOf({ subject = "" }: { readonly subject?: string }, since: TimeRange | undefined): Intent {
  return { kind: "changes", ...(subject !== "" && { subject }), ...(since && { since }) };
}

function compareOf(groups: Groups, context: IntentContext): Intent | undefined {
  const typed = groups.right ?? "";
  const found = context.grammar.aspect.exec(typed);
  const aspect = groups.aspect ?? found?.groups?.aspect;
  const bareRight = found ? typed.slice(0, found.index) : typed;
  const [left, right] = shareWords(toSubject(groups.left ?? "", context), toSubject(bareRight, context));
  if (left === "" || right === "") return undefined;
  return { kind: "compare", left, right, ...(aspect && { aspect: toSubject(aspect, context) }) };
}

/** A subject without its article and quotation marks. Of "it (lease pier)" the added words remain. */
function toSubject(words: string, { grammar, options }: IntentContext): string {
  const { own = words, added } = ADDED_WORDS.exec(words)?.groups ?? {};
  const isNamed = !options.language.intents.thisDocument.test(own.trim());
  const subject = added === undefined ? words : isNamed ? `${own} ${added}` : added;
  let bare = subject.replace(END_MARKS, "").trim();
  // "this page" stays what it is.
  if (options.language.intents.thisDocument.test(bare)) return bare;
  while (grammar.determiner.test(bare)) bare = bare.replace(grammar.determiner, "");
  return bare.replace(QUOTES, "").trim();
}
