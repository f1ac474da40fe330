import { parseArgs } from "node:util";

export interface DemoOptions {
  /** Folder to index; the READMEs of the installed packages when absent. */
  readonly folder?: string;
  readonly questions: readonly string[];
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

const USAGE = 'npm run demo -- [--folder DIR] [--ask "…"]… [--headless] [--json] [--out DIR]';

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseDemoOptions(
  args: readonly string[],
  environment: { readonly hasDisplay: boolean },
): DemoOptions {
  const { folder, ask, headless, json, out } = parse(args);
  const questions = (ask ?? DEFAULT_QUESTIONS).map((question) => question.trim());
  if (questions.some((question) => question === ""))
    throw new Error(`Cannot ask an empty question; usage: ${USAGE}`);
  // An unset variable of a shell becomes "", which would mean the working directory.
  if (folder === "" || out === "") throw new Error(`Cannot use a folder without a name; usage: ${USAGE}`);
  return {
    questions,
    headless: headless === true || !environment.hasDisplay,
    json: json === true,
    ...(folder === undefined ? {} : { folder }),
    ...(out === undefined ? {} : { out }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        folder: { type: "string" },
        ask: { type: "string", multiple: true },
        headless: { type: "boolean" },
        json: { type: "boolean" },
        out: { type: "string" },
      },
    }).values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split(".")[0] : String(cause);
    throw new Error(`Cannot read the options: ${detail}; usage: ${USAGE}`, { cause });
  }
}
