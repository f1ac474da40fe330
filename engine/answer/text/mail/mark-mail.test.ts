import { expect, test } from "vitest";
import { statementsOf } from "../../testing/statements-of";

const HEADER = "From: Ruth Adler (ruth@x.example)\nTo: Team (team@x.example)\nSubject: RE: Pontoon\n\n";

const marked = (body: string, fields = {}) =>
  statementsOf(HEADER + body, { format: "plain", author: "Ruth Adler", ...fields }).map(
    ({ quote, isQuotedReply = false, quotedAuthor }) => [quote, isQuotedReply, quotedAuthor],
  );

test("markMail() leaves out the header lines and the names of attachments", () => {
  expect(marked("The pontoon costs 48 euros.\n\nAttachments: offer.pdf")).toEqual([
    ["The pontoon costs 48 euros.", false, undefined],
  ]);
  expect(statementsOf("From: Berlin\nTo: Paris\n", { format: "plain" })).toHaveLength(3);
});

test.each([
  [
    "On Mon, 9 Nov 2026 at 17:01, Klaus Brandt <klaus@x.example> wrote:\n> It costs 39 euros.",
    "Klaus Brandt",
  ],
  [
    "Am 9. November 2026 um 17:01 schrieb Klaus Brandt <klaus@x.example>:\n\n> It costs 39 euros.",
    "Klaus Brandt",
  ],
  ["Le 9 nov. 2026 à 17:01, Klaus Brandt a écrit :\n> It costs 39 euros.", "Klaus Brandt"],
  ["> Klaus wrote:\n> It costs 39 euros.", "Klaus"],
  ["> It costs 39 euros.", undefined],
  [
    "-----Original Message-----\nFrom: Klaus Brandt <klaus@x.example>\nSent: Monday\nTo: Ruth\n\nIt costs 39 euros.",
    "Klaus Brandt",
  ],
  ["Von: Klaus Brandt\nGesendet: Montag\nAn: Ruth\nBetreff: Steg\n\nIt costs 39 euros.", "Klaus Brandt"],
])("markMail() marks what %j quotes", (quoted, author) => {
  const found = marked(`It costs 48 euros now.\n\n${quoted}`);
  expect(found[0]).toEqual(["It costs 48 euros now.", false, undefined]);
  expect(found.at(-1)?.slice(1)).toEqual([true, author]);
  expect(found.at(-1)?.[0]).toMatch(/It costs 39 euros\.$/);
});

test("markMail() marks quoted mails in Markdown", () => {
  const body =
    "It costs 48 euros now.\n\n**From:** Klaus Brandt \\<klaus@x.example>  \n**Sent:** Monday  \n**To:** Ruth Adler  \n**Subject:** Price\n\nIt costs 39 euros.";
  const found = marked(body, { format: "markdown" });
  expect(found.at(-1)).toEqual(["It costs 39 euros.", true, "Klaus Brandt"]);
  expect(found).toHaveLength(2);
});

test("markMail() takes forwarded text and later paragraphs for no quoted reply", () => {
  expect(marked("> Is it 39 euros, or more?\n\nNo, it costs 48 euros.")).toEqual([
    ["No, it costs 48 euros.", false, undefined],
  ]);
  const forwarded =
    "---------- Forwarded message ---------\nFrom: Yard\nDate: Monday\nTo: Ruth\n\nPaint dries slowly.";
  expect(marked(forwarded).at(-1)).toEqual(["Paint dries slowly.", false, undefined]);
});

test("markMail() scores what a message says with its author", () => {
  const text = "**Ann Lee**:\n\nThe lid is red.\n\n**Bob**:\n\nThe lid is blue.";
  const second = text.indexOf("**Bob");
  const parts = [
    { start: 0, end: second, author: "Ann Lee" },
    { start: second, end: text.length, author: "Bob" },
  ];
  expect(statementsOf(text, { parts }).map(({ quote, context }) => [quote, context])).toEqual([
    ["The lid is red.", "Ann Lee"],
    ["The lid is blue.", "Bob"],
  ]);
});
