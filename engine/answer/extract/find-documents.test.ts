import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import type { Suggestion } from "../../contract/ask";
import { english } from "../../language/english/english";
import type { AnswerEvent } from "../../model/answer";
import { findDocuments } from "./find-documents";

test("findDocuments() lists titles as links and escapes all markup of the documents", async () => {
  const document = {
    title: "Release [notes](https://evil.example)",
    url: "https://a.example/notes?a=<b>",
    sourceLabel: "Bookmarks",
    snippet: "# It *ships* <b>today</b> [1]\n- and more",
  };
  const answer = await find([document]);
  expect(answer.found).toBe(true);
  const tree = JSON.stringify(fromMarkdown(answer.text), (key, value) =>
    key === "position" ? undefined : value,
  );
  expect(tree).toContain('"url":"https://a.example/notes?a=%3Cb%3E"');
  expect(tree).toContain('"value":"Release [notes](https://evil.example)"');
  expect(tree).toContain('"value":"# It *ships* <b>today</b> [1] - and more"');
  expect(tree).not.toContain('"url":"https://evil');
});

test("findDocuments() answers that no document fits", async () => {
  expect(await find([])).toMatchObject({ found: false, text: "No document fits these words." });
});

async function find(documents: readonly Suggestion[]) {
  const events: AnswerEvent[] = [];
  await findDocuments("ships", {
    language: english,
    suggest: async () => documents,
    onEvent: (event) => events.push(event),
  });
  const [event] = events;
  if (event?.type !== "done") throw new Error("There is no answer");
  return event.answer;
}
