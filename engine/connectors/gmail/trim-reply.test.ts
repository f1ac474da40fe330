import { describe, expect, test } from "vitest";
import { trimReply } from "./trim-reply";

const own = "Fine with me.\n\nSee you on Monday.";

const QUOTES: Readonly<Record<string, string>> = {
  "lines with > under who wrote them":
    "On Fri, 3 Jan 2025 at 10:00, Ada Byron wrote:\n> Shall we meet?\n>\n> Ada",
  "who wrote them broken in two lines":
    "On Friday, 3 January 2025 at 10:00, Ada Byron\n<ada@example.com> wrote:\n\n> Shall we meet?",
  "who wrote them in another language": "Am 03.01.2025 um 10:00 schrieb Ada Byron:\n> Treffen wir uns?",
  "lines with > alone": "> Shall we meet?\n> Ada",
  "Outlook's line": "-----Original Message-----\nFrom: Ada\nShall we meet?",
  "Outlook's block of headers":
    "From: Ada Byron <ada@example.com>\nSent: Friday, 3 January 2025\nTo: Mira\nSubject: Meeting\n\nShall we meet?",
  "a rule and headers": "________________________________\nVon: Ada\nGesendet: Freitag\nAn: Mira",
};

describe("trimReply()", () => {
  test.each(Object.entries(QUOTES))("removes a quote by %s", (_, quote) => {
    expect(trimReply(`${own}\n\n${quote}\n`, { quotes: false })).toBe(own);
  });

  test.each(Object.entries(QUOTES))("keeps a quote by %s when quotes are wanted", (_, quote) => {
    expect(trimReply(`${own}\n\n${quote}\n`, { quotes: true })).toContain(quote.split("\n").at(-1));
  });

  test("keeps answers between quoted lines", () => {
    const text = "> Shall we meet?\nYes.\n> At ten?\nNo, at eleven.";
    expect(trimReply(text, { quotes: false })).toBe(text);
  });

  test("keeps a forwarded message", () => {
    const text = `Look at this.\n\n---------- Forwarded message ---------\nFrom: Ada\nDate: Friday\nTo: Mira\n\nThe words`;
    expect(trimReply(text, { quotes: false })).toBe(text);
  });

  test("keeps a list that ends with a colon and the author's own quotation", () => {
    expect(trimReply("He said something like:\n> never again", { quotes: false })).toBe(
      "He said something like:",
    );
  });

  test("removes a signature, and keeps a long text after two dashes", () => {
    expect(trimReply(`${own}\n\n-- \nMira Novak\nExample Ltd`, { quotes: true })).toBe(own);
    const long = `${own}\n\n--\n${"A line of the mail\n".repeat(20)}`;
    expect(trimReply(long, { quotes: true })).toBe(long.trim());
  });

  test("removes the signature of a mail app", () => {
    expect(trimReply(`${own}\n\nSent from my iPhone`, { quotes: true })).toBe(own);
  });

  test("keeps 100,000 quote marks and lines that end like the introduction of a quote, in linear time", () => {
    const text = `${"> ".repeat(50_000)}\n${"a:\n".repeat(50_000)}`;
    expect(trimReply(text, { quotes: false })).toBe(text.replace("> \n", ">\n").trim());
  });
});
