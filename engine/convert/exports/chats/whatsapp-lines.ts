/** The beginning of a message in a WhatsApp export, as the phone's language writes it. */
export interface WhatsappLine {
  /** Three numbers in the order they are written in. */
  readonly date: readonly [string, string, string];
  readonly separator: string;
  readonly hour: number;
  readonly minute: number;
  /** True where the clock has twelve hours. */
  readonly hasHalfDays: boolean;
  /** Everything after the time. */
  readonly rest: string;
}

const MORNING = "a\\.?\\s?m\\.?|上午|午前|오전|ص|पूर्वाह्न";
const EVENING = "p\\.?\\s?m\\.?|下午|午後|오후|م|अपराह्न";
const HALF_DAY = `${MORNING}|${EVENING}`;
const DATE = "(\\d{1,4})([./-])\\s?(\\d{1,2})[./-]\\s?(\\d{1,4})\\.?";
const TIME = `(?:(${HALF_DAY})\\s?)?(\\d{1,2})[:.](\\d{2})(?:[:.]\\d{2})?(?:\\s?(${HALF_DAY}))?`;
/** "," or a word such as "à" and "às" between date and time. */
const JOINT = "(?:,|،|\\s(?:à|às|um|at|klo|kl\\.))?\\s";

/** `[02.11.26, 18:04:11] Ann: …` on iPhones. */
const IOS = new RegExp(`^\\[${DATE}${JOINT}${TIME}\\]\\s(.*)$`, "iu");
/** `02/11/2026, 6:04 pm - Ann: …` on Android; in Korean `2026. 11. 2. 오후 6:04, Ann : …`. */
const ANDROID = new RegExp(`^${DATE}${JOINT}${TIME}(?:\\s[-–]\\s|,\\s(?=[^:]{1,60}\\s:))(.*)$`, "iu");
const IS_EVENING = new RegExp(`^(?:${EVENING})$`, "iu");

/** Reads a line that begins a message; undefined for one that continues the message above. */
export function parseWhatsappLine(line: string): WhatsappLine | undefined {
  const plain = toWesternDigits(line.replace(/^[\u200e\u200f\ufeff]+/, "").replace(/\u200f(?=[./-])/g, ""));
  const found = IOS.exec(plain) ?? ANDROID.exec(plain);
  if (!found) return undefined;
  const [, first = "", separator = "", second = "", third = "", before, hours, minutes, after, rest = ""] =
    found;
  const halfDay = before ?? after;
  const hour = Number(hours) % (halfDay === undefined ? 24 : 12);
  return {
    date: [first, second, third],
    separator,
    hour: halfDay !== undefined && IS_EVENING.test(halfDay) ? hour + 12 : hour,
    minute: Number(minutes),
    hasHalfDays: halfDay !== undefined,
    // The digits of the message itself stay as they are.
    rest: line.slice(line.length - rest.length),
  };
}

/** Arabic and Persian digits; each is one code unit, as a Western digit is. */
function toWesternDigits(line: string): string {
  return line.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
}
