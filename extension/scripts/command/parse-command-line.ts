import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface CommandLine<Known extends Options> {
  readonly options: Known;
  /** One line, as a person would type it. */
  readonly usage: string;
}

/** Not an error: the person asked how the command is used, which is its message. */
export class HelpRequested extends Error {
  override readonly name = "HelpRequested";
}

type Values<Known extends Options> = ReturnType<
  typeof parseArgs<{ options: Known; args: string[]; tokens: true }>
>["values"];

/**
 * Reads the options of a command. Throws HelpRequested for `--help`, and an Error of one line for anything else it does
 * not know, for a value that is missing, and for an option given twice that counts once.
 */
export function parseCommandLine<Known extends Options>(
  args: readonly string[],
  { options, usage }: CommandLine<Known>,
): Values<Known> {
  if (args.some((argument) => argument === "--help" || argument === "-h"))
    throw new HelpRequested(`Usage: ${usage}`);
  const { values, tokens } = parse(args, { options, usage });
  const names = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  const duplicate = names.find((name, at) => names.indexOf(name) !== at && !options[name]?.multiple);
  if (duplicate !== undefined) throw usageError(`--${duplicate} is given twice`, usage);
  return values;
}

export interface IntegerBounds {
  /** Only its multiples count; 1 where absent. */
  readonly step?: number;
  readonly min: number;
  readonly max: number;
}

/** The number an option was given; throws an Error of one line for anything else. */
export function parseInteger(name: string, text: string, { step = 1, min, max }: IntegerBounds): number {
  const value = Number(text);
  if (text.trim() !== "" && value % step === 0 && value >= min && value <= max) return value;
  const kind = step === 1 ? "whole number" : `multiple of ${step}`;
  throw new Error(`Cannot take ${name} "${text}": give a ${kind} from ${min} to ${max}`);
}

function parse<Known extends Options>(args: readonly string[], { options, usage }: CommandLine<Known>) {
  try {
    return parseArgs({ args: [...args], options, tokens: true });
  } catch (cause) {
    // What Node adds after the first sentence is about how its own parser is called.
    const detail = cause instanceof Error ? cause.message.split(/[.\n]/)[0] : String(cause);
    throw usageError(detail ?? "", usage, cause);
  }
}

function usageError(detail: string, usage: string, cause?: unknown): Error {
  return new Error(`Cannot read the options: ${detail}; usage: ${usage}`, { cause });
}
