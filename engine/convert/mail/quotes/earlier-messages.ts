import { alphanumericRuns } from "../../../util/words";
import { signatureStart } from "./signature-start";
import { type MailStretch, splitQuotes } from "./split-quotes";

/** What the messages of a thread so far say. */
export interface EarlierMessages {
  /**
   * The stretches of the next message, without those that an earlier message says word for word, and without the
   * signature where an earlier message has it. What stands nowhere else is never left out, and nothing where nothing
   * would remain.
   */
  withoutRepeated(text: string): readonly MailStretch[];
}

/** A stretch repeats an earlier one where all runs of this many words do. */
const RUN_LENGTH = 4;

export function createEarlierMessages(): EarlierMessages {
  const runs = new Set<string>();
  const isKnown = (lines: readonly string[]) => {
    const words = wordsIn(lines);
    return words.length > 0 && runsOf(words).every((run) => runs.has(run));
  };
  return {
    withoutRepeated(text) {
      const stretches = splitQuotes(text);
      const kept = stretches
        .filter(({ kind, lines }) => kind !== "quoted" || !isKnown(lines))
        .map((stretch) => withoutKnownSignature(stretch, isKnown));
      for (const { lines } of stretches) addRuns(runs, wordsIn(lines));
      const remains = kept.some(({ lines }) => wordsIn(lines).length > 0);
      return remains ? kept : stretches;
    },
  };
}

function withoutKnownSignature(
  stretch: MailStretch,
  isKnown: (lines: readonly string[]) => boolean,
): MailStretch {
  if (stretch.kind !== "own") return stretch;
  const start = signatureStart(stretch.lines);
  if (start === undefined || !isKnown(stretch.lines.slice(start))) return stretch;
  return { ...stretch, lines: stretch.lines.slice(0, start) };
}

/** The addresses of links differ between the forms of a message. */
function wordsIn(lines: readonly string[]): readonly string[] {
  const text = lines.join("\n").replace(/\]\([^)\s]*\)|<?(?:https?:\/\/|mailto:)[^\s>]*>?/g, " ");
  return alphanumericRuns(text.toLowerCase());
}

/** The runs of words of a text; a shorter text is one run, which only a text of the same words has. */
function runsOf(words: readonly string[]): readonly string[] {
  if (words.length < RUN_LENGTH) return [words.join(" ")];
  return words.slice(RUN_LENGTH - 1).map((_, at) => words.slice(at, at + RUN_LENGTH).join(" "));
}

/** Shorter runs are added too, for quotations of a few words. */
function addRuns(runs: Set<string>, words: readonly string[]): void {
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= RUN_LENGTH; length++) {
      if (at + length <= words.length) runs.add(words.slice(at, at + length).join(" "));
    }
  }
}
