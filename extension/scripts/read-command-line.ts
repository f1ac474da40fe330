import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface CommandLine<Known extends Options> {
  readonly options: Known;
  /** One line, as a person would type it. */
  readonly usage: string;
}

/** Not an error: the person asked how the command is used, which is its message. */
export class HelpWanted extends Error {
  override readonly name = "HelpWanted";
}

type Values<Known extends Options> = ReturnType<
  typeof parseArgs<{ options: Known; args: string[]; tokens: true }>
>["values"];

/**
 * Reads the options of a command. Throws HelpWanted for `--help`, and an Error of one line for anything else it does
 * not know, for a value that is missing, and for an option given twice that counts once.
 */
export function readCommandLine<Known extends Options>(
  args: readonly string[],
  { options, usage }: CommandLine<Known>,
): Values<Known> {
  if (args.some((argument) => argument === "--help" || argument === "-h"))
    throw new HelpWanted(`Usage: ${usage}`);
  const { values, tokens } = parse(args, { options, usage });
  const names = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  const twice = names.find((name, at) => names.indexOf(name) !== at && !options[name]?.multiple);
  if (twice !== undefined) throw wrong(`--${twice} is given twice`, usage);
  return values;
}

export interface WholeNumbers {
  /** Only its multiples count; 1 where absent. */
  readonly step?: number;
  readonly least: number;
  readonly most: number;
}

/** The number an option was given; throws an Error of one line for anything else. */
export function toWhole(name: string, text: string, { step = 1, least, most }: WholeNumbers): number {
  const value = Number(text);
  if (text.trim() !== "" && value % step === 0 && value >= least && value <= most) return value;
  const kind = step === 1 ? "whole number" : `multiple of ${step}`;
  throw new Error(`Cannot take ${name} "${text}": give a ${kind} from ${least} to ${most}`);
}

function parse<Known extends Options>(args: readonly string[], { options, usage }: CommandLine<Known>) {
  try {
    return parseArgs({ args: [...args], options, tokens: true });
  } catch (cause) {
    // What Node adds after the first sentence is about how its own parser is called.
    const detail = cause instanceof Error ? cause.message.split(/[.\n]/)[0] : String(cause);
    throw wrong(detail ?? "", usage, cause);
  }
}

function wrong(detail: string, usage: string, cause?: unknown): Error {
  return new Error(`Cannot read the options: ${detail}; usage: ${usage}`, { cause });
}
