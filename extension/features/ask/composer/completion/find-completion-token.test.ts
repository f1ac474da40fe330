import { describe, expect, it } from "vitest";
import { findCompletionToken, rankByPrefix } from "./find-completion-token";

describe("findCompletionToken()", () => {
  it.each([
    ["/su|", { kind: "command", query: "su", start: 0, end: 3 }],
    ["/|", { kind: "command", query: "", start: 0, end: 1 }],
    ["ask @sl|", { kind: "mention", query: "sl", start: 4, end: 7 }],
    ["ask @| why", { kind: "mention", query: "", start: 4, end: 5 }],
  ])("finds the token in %j", (text, expected) => {
    expect(findCompletionToken(text.replace("|", ""), text.indexOf("|"))).toEqual(expected);
  });

  it.each(["/find a|", "me@work|", "and/or|", "@a b|", "|/su"])("finds nothing in %j", (text) => {
    expect(findCompletionToken(text.replace("|", ""), text.indexOf("|"))).toBeUndefined();
  });
});

describe("rankByPrefix()", () => {
  it("ranks names that start with the query before names with a word that does", () => {
    const names = ["Work Slack", "slack", "Black", "SLA notes"];
    expect(rankByPrefix(names, "sla", (name) => name)).toEqual(["slack", "SLA notes", "Work Slack"]);
    expect(rankByPrefix(names, "", (name) => name)).toEqual(names);
  });
});
