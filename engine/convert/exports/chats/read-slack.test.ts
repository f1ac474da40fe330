import { expect, test } from "vitest";
import { convertExport, messagesOf } from "../testing/convert-export";

const message = (fields: object) => ({
  type: "message",
  user: "U7",
  ts: "1793613600.000100",
  text: "Hello",
  ...fields,
});

test("a Slack day is read as messages of their authors, in order of time", async () => {
  const converted = await convertExport("2026-11-02.json", [
    message({
      ts: "1793613700.000200",
      user: "U8",
      text: "The *boiler* is back &amp; warm, see <https://x.example/b|the plan>, <@U7>",
      user_profile: { real_name: "Mara Holt" },
      thread_ts: "1793613600.000100",
    }),
    message({
      text: "Is the boiler back?",
      user_profile: { real_name: "Olof Ek" },
      thread_ts: "1793613600.000100",
    }),
  ]);
  expect(messagesOf(converted)).toEqual([
    ["Olof Ek", "Is the boiler back?"],
    ["Mara Holt", "The **boiler** is back & warm, see [the plan](https://x.example/b), @Olof Ek"],
  ]);
  expect(converted.text).toContain("**Mara Holt** (2026-11-02 10:01 UTC, in reply to Olof Ek):");
  expect(converted.parts?.[0]).toMatchObject({ sentAt: 1793613600000 });
});

test("blocks, attachments and files are read where the text does not hold them", async () => {
  const converted = await convertExport("day.json", [
    message({
      user: undefined,
      username: "Deploy bot",
      text: "",
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Deploy of the portal" } },
        {
          type: "section",
          fields: [
            { type: "mrkdwn", text: "*Version*\n4.2" },
            { type: "mrkdwn", text: "*By*\n<@U7>" },
          ],
        },
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "Took " },
                { type: "text", text: "12 minutes" },
              ],
            },
            {
              type: "rich_text_list",
              elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "canary first" }] }],
            },
          ],
        },
      ],
      attachments: [
        null,
        {
          title: "Run 88",
          title_link: "https://ci.example/88",
          text: "All green",
          fields: [{ title: "Duration", value: "7 min" }],
        },
      ],
      files: [{ name: "log.txt", title: "Log", preview: "started" }],
    }),
    message({ text: null, attachments: null, blocks: null, files: null }),
    "not a message",
  ]);
  expect(messagesOf(converted)).toEqual([
    [
      "Deploy bot",
      expect.stringMatching(
        /Deploy of the portal[\s\S]*\*\*Version\*\*\n4\.2[\s\S]*Took 12 minutes\ncanary first[\s\S]*\[Run 88\]\(https:\/\/ci\.example\/88\)\n\nAll green\n\nDuration: 7 min[\s\S]*File: Log · log\.txt\n\n```\nstarted\n```/,
      ),
    ],
  ]);
  expect(converted.note).toBe(
    "1 message cannot be read; 1 file attached to messages: only names are in the export",
  );
});
