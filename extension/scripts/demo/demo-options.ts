import { parseCommandLine } from "../command/parse-command-line";

export interface DemoOptions {
  /** Folder to index; the READMEs of the installed packages when absent. */
  readonly folder?: string;
  readonly questions: readonly string[];
  /** The questions follow one another in one conversation; otherwise each has its own. */
  readonly conversation: boolean;
  readonly headless: boolean;
  /** Only JSON on stdout. */
  readonly json: boolean;
  /** Where sidepanel.png goes. */
  readonly out?: string;
}

const DEFAULT_QUESTIONS = [
  "How do I limit how many promises run at the same time?",
  "How do I parse an email message?",
];

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;
const OPTIONS = {
  folder: TEXT,
  ask: { ...TEXT, multiple: true },
  conversation: FLAG,
  headless: FLAG,
  json: FLAG,
  out: TEXT,
} as const;
const USAGE =
  'npm run demo -- [--folder DIR] [--ask "…"]… [--conversation] [--headless] [--json] [--out DIR]';

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseDemoOptions(
  args: readonly string[],
  environment: { readonly hasDisplay: boolean },
): DemoOptions {
  const { folder, ask, conversation, headless, json, out } = parseCommandLine(args, {
    options: OPTIONS,
    usage: USAGE,
  });
  const questions = (ask ?? DEFAULT_QUESTIONS).map((question) => question.trim());
  if (questions.some((question) => question === ""))
    throw new Error(`Cannot ask an empty question; usage: ${USAGE}`);
  // An unset variable of a shell becomes "", which would mean the working directory.
  if (folder === "" || out === "") throw new Error(`Cannot use a folder without a name; usage: ${USAGE}`);
  return {
    questions,
    conversation: conversation === true,
    headless: headless === true || !environment.hasDisplay,
    json: json === true,
    ...(folder === undefined ? {} : { folder }),
    ...(out === undefined ? {} : { out }),
  };
}
