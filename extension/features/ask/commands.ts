import type { Prompt } from "../../platform/prompts";
import { parseSince } from "./parse-since";

/** Something typed after a slash. */
export interface Command {
  readonly name: string;
  readonly hint: string;
  /** Does its work as soon as it is chosen; the others wait for words. */
  readonly atOnce?: boolean;
}

export const COMMANDS: readonly Command[] = [
  { name: "page", hint: "Ask about the page beside the panel", atOnce: true },
  { name: "summarize", hint: "Sum up the attached page, or what you name" },
  { name: "find", hint: "List documents instead of answering" },
  { name: "compare", hint: "Two things, with “and” between them" },
  { name: "since", hint: "Only what changed since: yesterday, monday, 3 weeks, 2026-05-01" },
  { name: "prompts", hint: "Write commands of your own", atOnce: true },
];

/** What the person wants. */
export type Wish =
  | {
      readonly kind: "ask";
      readonly question: string;
      readonly find?: boolean;
      readonly since?: { readonly at: number; readonly label: string };
      /** About one page, which is attached first where none is. */
      readonly aboutPage?: boolean;
    }
  | { readonly kind: "attach-page" }
  | { readonly kind: "edit-prompts" }
  /** Cannot be asked yet; a sentence says what is missing. */
  | { readonly kind: "incomplete"; readonly problem: string };

interface Known {
  readonly prompts: readonly Prompt[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Reads what was typed: a question, or a command with its words. An unknown command is a question like any other. */
export function readWish(text: string, { prompts, now }: Known): Wish {
  const [, name = "", words = ""] = /^\/([\w-]+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  switch (name) {
    case "page":
      return words === "" ? { kind: "attach-page" } : { kind: "ask", question: words, aboutPage: true };
    case "summarize":
      return words === ""
        ? { kind: "ask", question: "Summarize this page", aboutPage: true }
        : { kind: "ask", question: `Summarize ${words}` };
    case "find":
      return withWords(words, "what to find", { kind: "ask", question: words, find: true });
    case "compare":
      return withWords(words, "what to compare", { kind: "ask", question: `Compare ${words}` });
    case "since":
      return readSince(words, now);
    case "prompts":
      return { kind: "edit-prompts" };
    default: {
      const prompt = prompts.find((own) => own.name === name);
      return { kind: "ask", question: prompt ? fillIn(prompt, words) : text.trim() };
    }
  }
}

function withWords(words: string, what: string, wish: Wish): Wish {
  return words === "" ? { kind: "incomplete", problem: `Say ${what} after the command` } : wish;
}

function readSince(words: string, now: number): Wish {
  const since = parseSince(words, now);
  const problem = "Say since when, then ask: “/since monday what was decided?”";
  if (!since || since.rest === "") return { kind: "incomplete", problem };
  return {
    kind: "ask",
    question: since.rest,
    since: { at: since.at, label: `Since ${since.label}` },
  };
}

function fillIn({ text }: Prompt, words: string): string {
  return text.includes("{text}") ? text.replaceAll("{text}", () => words).trim() : `${text} ${words}`.trim();
}
