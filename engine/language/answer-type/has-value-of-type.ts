import type { AnswerType } from "./answer-type-of";

/** Languages whose names of months and days are known. */
const LOCALES = [..."en de fr es it pt nl sv da nb fi pl cs hu ro tr ru uk el ar he fa hi th ko".split(" ")];
const DIGIT = /\p{N}/u;
const NUMBER_WORD =
  /(?<!\p{L})(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|dozen|once|twice|none|null|eins?|eine[nrms]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|cent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|due(?! (?:to|by|on|at|for|in|from|date|after|before|when|diligence))|tre|quattro|cinque|sei|sette|otto|nove|dieci|dois|duas|três|quatro|sete|oito|dez|twee|drie|vijf|zes|zeven|tien|två|fyra|fem|sju|åtta|nio|tio|seks|syv|otte|dwa|trzy|cztery|pięć|sześć|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)(?!\p{L})|[一二三四五六七八九十百千两兩]/iu;
const MONEY =
  /\p{Sc}\s?\p{N}|\p{N}\s?\p{Sc}|(?<!\p{L})(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|kr|euros?|dollars?|pounds?|francs?|franken|kronor|kroner|yen|rubles?|cents?|pence|złot\p{L}+|рубл\p{L}+|евро|free(?: of charge)?|gratis|kostenlos|gratuit\p{L}*)(?!\p{L})|[元円원]|บาท|रुपये|ريال|درهم|دينار|يورو|שקל|ש"ח|אירו/iu;
const CLOCK = /(?<!\d)(?:[01]?\d|2[0-4])(?:[:.h]\d{2}|\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h|o'clock))(?!\d)/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const NUMERIC_DATE =
  /(?<!\d)(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?)(?!\d)|[年月日号號]|년|월|일/u;
const RELATIVE_TIME =
  /(?<!\p{L})(?:after|before|until|till|within|once|whenever|when|if|as soon|every|daily|weekly|monthly|yearly|today|tomorrow|yesterday|noon|midnight|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|nach|vor|bis|sobald|wenn|jede[nrsm]?|täglich|wöchentlich|heute|morgen|mittag|abend|après|avant|jusqu\p{L}*|chaque|dès|después|antes|hasta|cada|dopo|prima|fino|ogni|depois|até|na|voor|tot|elke|efter|före|innan|till|varje|før|indtil|hver|po|przed|każd\p{L}+|после|до|каждый)(?!\p{L})|後|前|まで|毎|之后|之前|每/iu;
const PHONE = /(?:\+|\b0|\(0)?\d(?:[\s()/.-]*\d){4,}/;
const REASON =
  /(?<!\p{L})(?:because|since|due to|so that|in order to|caused?|reasons?|as a result|therefore|after|weil|da|denn|damit|wegen|ursache|grund|parce que|(?<=, )car|afin|à cause|porque|debido|causa|perché|poiché|omdat|(?<=, )want|eftersom|därför|fordi|ponieważ|(?<=, )bo|потому|из-за|так как)(?!\p{L})|ため|から|ので|因为|因為|由于|때문/iu;
const CASELESS = /[\p{Lo}]/u;
/** A capitalised word inside a sentence or after a column's name, two of them, or one that owns something. */
const NAME =
  /(?<![\p{L}\p{N}])(?!(?:It|That|What|Let|There|Here|He|She|Who|How|Where|When|Why|This|One)['’])\p{Lu}[\p{Ll}-]+['’]s(?!\p{L})|(?<=[\p{L}\p{N},;:·(]\s+)\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+/u;
const ROLE = /(?<!\p{L})(?:the|our|a|an|der|die|das|le|la|les|el|los|il|o|os|de|het|den|det)\s+\p{L}{3,}/iu;
const MAIL_ADDRESS = /[\w.+-]+@[\w-]+\.\w+/;

const hasDigit = (text: string) => DIGIT.test(text);
const hasNumber = (text: string) => DIGIT.test(text) || NUMBER_WORD.test(text);

/** Tests of each type, surest first, with how surely a text that passes has a value. */
const TESTS: Readonly<Record<AnswerType, readonly (readonly [(text: string) => boolean, number])[]>> = {
  money: [
    [(text) => MONEY.test(text) && hasNumber(text), 1],
    [hasDigit, 0.4],
  ],
  number: [
    [hasDigit, 1],
    [hasNumber, 0.9],
    [isOfOtherScript, 0.7],
  ],
  duration: [
    [hasNumber, 1],
    [isOfOtherScript, 0.7],
    [(text) => RELATIVE_TIME.test(text), 0.6],
  ],
  time: [
    [hasTime, 1],
    [(text) => RELATIVE_TIME.test(text), 0.8],
    [hasDigit, 0.4],
  ],
  phone: [
    [(text) => PHONE.test(text), 1],
    [hasDigit, 0.3],
  ],
  person: [
    [(text) => MAIL_ADDRESS.test(text) || NAME.test(text) || CASELESS.test(text), 1],
    [(text) => ROLE.test(text), 0.6],
    [() => true, 0.2],
  ],
  reason: [
    [(text) => REASON.test(text), 1],
    [() => true, 0.45],
  ],
  place: [[() => true, 0.8]],
  steps: [[() => true, 0.8]],
};

/**
 * How surely a text has a value of a type, 0..1: a date for `time`, an amount of money for `money`. For types whose values
 * have no form of their own (a place, steps) always 0.8.
 */
export function hasValueOfType(type: AnswerType, text: string): number {
  return TESTS[type].find(([test]) => test(text))?.[1] ?? 0;
}

/** Number words are known of languages in Latin, Cyrillic and Han letters; elsewhere any word may be one. */
function isOfOtherScript(text: string): boolean {
  return /[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]/u.test(text);
}

function hasTime(text: string): boolean {
  return CLOCK.test(text) || YEAR.test(text) || NUMERIC_DATE.test(text) || calendarNames().test(text);
}

let names: RegExp | undefined;

/** Names of months and weekdays in every known language. Made on first use, which takes some milliseconds. */
function calendarNames(): RegExp {
  names ??= new RegExp(
    `(?<!\\p{L})(?:${[...new Set(LOCALES.flatMap(calendarNamesOf))].join("|")})(?!\\p{L})`,
    "iu",
  );
  return names;
}

/** Languages in which a month beside a day has another ending than alone. */
const INFLECTED_LOCALES: ReadonlySet<string> = new Set(["pl", "cs", "ru", "uk", "el", "fi"]);

/** A format costs a millisecond to make, so that one gives both names. */
function calendarNamesOf(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ weekday: "long", day: "numeric", month: "long" },
    calendar: "gregory",
    timeZone: "UTC",
  });
  // Twelve months, and among their middle days every weekday.
  const dates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
  const names = dates.flatMap((date) =>
    format.formatToParts(date).flatMap(({ type, value }) => (type === "literal" ? [] : [value])),
  );
  const standalone = INFLECTED_LOCALES.has(locale)
    ? dates.map((date) => new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(date))
    : [];
  return [...names, ...standalone].flatMap((name) =>
    name.length < 3 || /[^\p{L}\p{M}\s-]/u.test(name) ? [] : [`${name.toLowerCase()}s?`],
  );
}
