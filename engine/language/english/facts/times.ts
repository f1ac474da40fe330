import type { Fact } from "../../facts";
import { NUMBER, normaliseNumber } from "./numbers";

const HALF_OF_DAY = String.raw`\s*(?<half>[ap])\.?\s*m\b\.?`;
const CLOCK_TIMES = [
  String.raw`(?<![\p{L}\d.,:])(?<hour>[01]?\d|2[0-4])[:.](?<minute>[0-5]\d)${HALF_OF_DAY}`,
  String.raw`(?<![\p{L}\d.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s*(?:h|uhr)\b)?`,
  String.raw`(?<![\p{L}\d.,:])(?<hour>[01]?\d|2[0-4])(?:(?:h|\s*uhr)(?:\s*(?<minute>[0-5]\d))?(?![\p{L}\d]))(?<=[hr\d])`,
  String.raw`(?<=\b(?:at|by|from|until|till|before|after|um|bis|ab)\s)(?<hour>[01]?\d|2[0-3])\.(?<minute>[0-5]\d)(?![.,]?\d|\s*[%€$£])`,
  String.raw`(?<![\p{L}\d.,:])(?<hour>[01]?\d|2[0-4])\.(?<minute>[0-5]\d)\s*(?:h|uhr)(?!\p{L})`,
  String.raw`(?<![\p{L}\d.,:])(?<hour>1[0-2]|0?[1-9])${HALF_OF_DAY}`,
].map((source) => new RegExp(source, "giu"));
const SPOKEN_TIME = new RegExp(
  String.raw`(?:(?<part>half|quarter)\s+(?<side>past|to)\s+(?<hour>${NUMBER})|(?<full>${NUMBER})\s+o['’]clock)(?:${HALF_OF_DAY})?`,
  "giu",
);
const NAMED_TIME = /\b(?<name>noon|midday|midnight)\b/giu;

/**
 * Times of day as "17:00"; "05:00~" where the words leave open which half of the day is meant, as in "half past four" and
 * "4:30".
 */
export function findTimes(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  let rest = text;
  for (const pattern of CLOCK_TIMES) {
    for (const { 0: words, index, groups = {} } of rest.matchAll(pattern)) {
      const { hour = "", minute = "00", half } = groups;
      const isOpen = half === undefined && hour.length === 1 && words.includes(":");
      facts.push(toFact(index, words.length, toValue(Number(hour), minute, { half, isOpen })));
    }
    rest = rest.replace(pattern, (words) => "_".repeat(words.length));
  }
  return [...facts, ...findSpokenTimes(rest)];
}

function findSpokenTimes(text: string): readonly Fact[] {
  const spoken = [...text.matchAll(SPOKEN_TIME)].map(({ 0: words, index, groups = {} }) => {
    const { half } = groups;
    const [part, side] = [groups.part?.toLowerCase(), groups.side?.toLowerCase()];
    const named = Number(normaliseNumber(groups.hour ?? groups.full ?? ""));
    const hour = side === "to" ? (named + 11) % 12 || 12 : named;
    const minute = part === undefined ? "00" : part === "half" ? "30" : side === "to" ? "45" : "15";
    return toFact(index, words.length, toValue(hour, minute, { half, isOpen: half === undefined }));
  });
  const named = [...text.matchAll(NAMED_TIME)].map(({ 0: words, index }) =>
    toFact(index, words.length, words.toLowerCase() === "midnight" ? "00:00" : "12:00"),
  );
  return [...spoken, ...named];
}

interface HalfOfDay {
  readonly half: string | undefined;
  readonly isOpen: boolean;
}

function toValue(hour: number, minute: string, { half, isOpen }: HalfOfDay): string {
  const shifted = half === undefined ? hour % 24 : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(shifted).padStart(2, "0")}:${minute}${isOpen ? "~" : ""}`;
}

function toFact(start: number, length: number, value: string): Fact {
  return { kind: "time", value, start, end: start + length };
}
