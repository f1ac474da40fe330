import { join } from "node:path";
import { parseCommandLine } from "../command/parse-command-line";
import { ROOT } from "../paths";

export interface DevOptions {
  readonly headless: boolean;
  /** Folder of the browser profile, kept between runs. */
  readonly profile: string;
  /** Changes files of a copy and says how long the browser takes to show it, then ends. */
  readonly check: boolean;
}

const OPTIONS = {
  headless: { type: "boolean" },
  profile: { type: "string" },
  check: { type: "boolean" },
} as const;
const USAGE = "npm run dev -- [--profile DIR] [--headless] [--check]";
const PROFILE = join(ROOT, "build/dev-profile");

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseDevOptions(
  args: readonly string[],
  environment: { readonly hasDisplay: boolean },
): DevOptions {
  const { headless, profile, check } = parseCommandLine(args, { options: OPTIONS, usage: USAGE });
  if (profile === "") throw new Error(`Cannot use a folder without a name; usage: ${USAGE}`);
  if (check && profile !== undefined)
    throw new Error(`Cannot check with a profile: --check takes a new one; usage: ${USAGE}`);
  return {
    headless: headless === true || check === true || !environment.hasDisplay,
    profile: profile ?? PROFILE,
    check: check === true,
  };
}
