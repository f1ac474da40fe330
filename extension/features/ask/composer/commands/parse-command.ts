import type { Prompt } from "../../../../platform/prompts";
import { parseSince } from "./parse-since";

/** A slash command. */
export interface CommandDefinition {
  readonly name: string;
  readonly hint: string;
  /** True when choosing it in the menu submits it; the others take an argument first. */
  readonly submitsImmediately?: boolean;
}

export const COMMANDS: readonly CommandDefinition[] = [
  { name: "page", hint: "Ask about the page beside the panel", submitsImmediately: true },
  { name: "summarize", hint: "Sum up the attached page, or what you name" },
  { name: "find", hint: "List documents instead of answering" },
  { name: "compare", hint: "Two things, with “and” between them" },
  { name: "list", hint: "All of something, with their number" },
  { name: "new", hint: "What changed last, everywhere or in what you name" },
  { name: "since", hint: "Only what changed since: yesterday, monday, 3 weeks, 2026-05-01" },
  { name: "prompts", hint: "Write commands of your own", submitsImmediately: true },
];

/** A parsed input. */
export type Command =
  | {
      readonly kind: "ask";
      readonly question: string;
      readonly find?: boolean;
      readonly since?: { readonly at: number; readonly label: string };
      /** True for a question about one page, which is attached first unless one is. */
      readonly aboutPage?: boolean;
    }
  | { readonly kind: "attach-page" }
  | { readonly kind: "edit-prompts" }
  /** An argument is missing; `problem` is a sentence that names it. */
  | { readonly kind: "incomplete"; readonly problem: string };

interface ParseCommandOptions {
  readonly prompts: readonly Prompt[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Parses the input as a command or a question. An unknown command is a question. */
export function parseCommand(text: string, { prompts, now }: ParseCommandOptions): Command {
  const [, name = "", argument = ""] = /^\/([\w-]+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  switch (name) {
    case "page":
      return argument === "" ? { kind: "attach-page" } : { kind: "ask", question: argument, aboutPage: true };
    case "summarize":
      return argument === ""
        ? { kind: "ask", question: "Summarize this page", aboutPage: true }
        : { kind: "ask", question: `Summarize ${argument}` };
    case "find":
      return requireArgument(argument, "what to find", { kind: "ask", question: argument, find: true });
    case "compare":
      return requireArgument(argument, "what to compare", { kind: "ask", question: `Compare ${argument}` });
    case "list":
      return requireArgument(argument, "what to list", { kind: "ask", question: `List all ${argument}` });
    case "new":
      return { kind: "ask", question: argument === "" ? "What’s new?" : `What’s new in ${argument}?` };
    case "since":
      return parseSinceCommand(argument, now);
    case "prompts":
      return { kind: "edit-prompts" };
    default: {
      const prompt = prompts.find((own) => own.name === name);
      return { kind: "ask", question: prompt ? fillTemplate(prompt, argument) : text.trim() };
    }
  }
}

function requireArgument(argument: string, description: string, command: Command): Command {
  return argument === "" ? { kind: "incomplete", problem: `Say ${description} after the command` } : command;
}

function parseSinceCommand(argument: string, now: number): Command {
  const since = parseSince(argument, now);
  const problem = "Say since when, then ask: “/since monday what was decided?”";
  if (!since || since.rest === "") return { kind: "incomplete", problem };
  return {
    kind: "ask",
    question: since.rest,
    since: { at: since.at, label: `Since ${since.label}` },
  };
}

function fillTemplate({ text }: Prompt, argument: string): string {
  return text.includes("{text}")
    ? text.replaceAll("{text}", () => argument).trim()
    : `${text} ${argument}`.trim();
}
