import { describe, expect, test } from "vitest";
import { describeOmissions } from "../../shared/text/describe-omissions";
import { ATTACHMENT, BLOCKS, OTHER_SUBTYPES, READ_SUBTYPES, shownWords } from "../testing/documented-content";
import { CONTROLS, INLINE, RICH_TEXT } from "../testing/documented-elements";
import { OMISSION_WORDS } from "./omission-words";
import { readMessage } from "./read-message";
import { resolveReferences } from "./references";

const names = { user: () => "ada.l", channel: () => "general", group: () => "admins" };

function read(message: object) {
  const { text, omissions } = readMessage(message);
  return { text: resolveReferences(text, names), note: describeOmissions(omissions, OMISSION_WORDS) };
}

describe("readMessage()", () => {
  test.each(Object.entries(BLOCKS))("reads every text of a block of kind %s", (type, block) => {
    const { text, note } = read({
      text: "Not shown",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "Start" } }, block],
    });
    for (const word of shownWords(block)) expect(text).toContain(word);
    if (type !== "divider") expect(`${text} ${note}`.length).toBeGreaterThan("Start ".length);
    expect(text).not.toContain("Not shown");
  });

  test.each(Object.entries(INLINE))("reads %s in rich text", (_, [element, shown]) => {
    const section = { type: "rich_text_section", elements: [{ type: "text", text: "See " }, element] };
    expect(read({ blocks: [{ type: "rich_text", elements: [section] }] })).toEqual({
      text: `See ${shown}`,
      note: undefined,
    });
  });

  test.each(Object.entries(RICH_TEXT))("converts %s to Markdown", (_, [elements, markdown]) => {
    expect(read({ blocks: [{ type: "rich_text", elements }] })).toEqual({ text: markdown, note: undefined });
  });

  test.each(Object.entries(CONTROLS))("reads the label or the choice of %s", (_, [element, shown]) => {
    const block = { type: "input", label: { type: "plain_text", text: "Question" }, element };
    expect(read({ blocks: [block] }).text).toContain(`Question: ${shown}`);
  });

  test("reads a bot's attachment beside the text, each field once", () => {
    const { text, note } = read({ text: "Deployed", attachments: [ATTACHMENT] });
    expect(text).toBe(
      [
        ...["Deployed", "pretextone", "authorone authortwo", "[titleone](https://a.example/t)", "textone"],
        ...["- fieldone: fieldtwo", "blockone", "actionone", "previewone – previewtwo"],
        "footerone · 2014-02-18 14:39 UTC",
      ].join("\n\n"),
    );
    expect(note).toBe(undefined);
  });

  test("reads the blocks of an attachment whose text repeats them once", () => {
    const blocks = [{ type: "section", text: { type: "mrkdwn", text: "*Build 7* failed" } }];
    expect(read({ attachments: [{ text: "Build 7 failed", blocks }] }).text).toBe("**Build 7** failed");
  });

  test("counts the picture of a bot's report, and not that of a link's preview", () => {
    const report = { title: "CPU", image_url: "https://a.example/cpu.png" };
    expect(read({ attachments: [report] }).note).toBe("Not read: 1 picture (CPU)");
    const preview = { ...report, text: "A page", from_url: "https://a.example" };
    expect(read({ attachments: [preview] })).toEqual({ text: "CPU\n\nA page", note: undefined });
  });

  test("uses the fallback of an attachment that has nothing else", () => {
    expect(read({ text: "", attachments: [{ fallback: "Build failed", color: "#f00" }] }).text).toBe(
      "Build failed",
    );
  });

  test("quotes a forwarded message with its author below the comment", () => {
    const message = {
      text: "Same words",
      blocks: [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "Same words" }] }],
        },
      ],
      files: [{ id: "F1", name: "plan.pdf", mimetype: "application/pdf", mode: "hosted" }],
    };
    const share = {
      ...{
        is_share: true,
        is_msg_unfurl: true,
        author_name: "Grace",
        channel_id: "C7",
        channel_name: "plans",
      },
      ...{ from_url: "https://acme.slack.com/archives/C7/p1", text: "Same words", ts: "1392734382.000100" },
      ...{
        fallback: "[February 18th, 2014] Grace: Same words",
        message_blocks: [{ team: "T1", channel: "C7", ts: "1", message }],
      },
    };
    const { text, note } = read({ text: "Have a look", attachments: [share] });
    expect(text).toBe(
      [
        "Have a look",
        "[Grace wrote in #plans](https://acme.slack.com/archives/C7/p1), 2014-02-18 14:39 UTC:",
        "> Same words\n>\n> File: plan.pdf",
      ].join("\n\n"),
    );
    expect(note).toBe("Not read: 1 file (its name only: plan.pdf)");
  });

  test.each([
    [
      "a snippet",
      { mode: "snippet", filetype: "python", name: "run.py", preview: "print(1)" },
      "File: run.py\n\n```python\nprint(1)\n```",
      undefined,
    ],
    [
      "the beginning of a text file",
      {
        filetype: "text",
        title: "Log",
        name: "a.log",
        preview: "Started",
        preview_is_truncated: true,
        lines_more: 90,
      },
      "File: Log (a.log)\n\nStarted",
      "Not read: 1 file beyond its beginning (Log)",
    ],
    [
      "a post",
      { mode: "space", filetype: "space", title: "Rules", preview: "Be kind" },
      "Post: Rules\n\nBe kind",
      undefined,
    ],
    [
      "a mail",
      {
        filetype: "email",
        subject: "Offer",
        plain_text: "4,000 EUR",
        from: [{ original: "Ann <ann@b.example>" }],
      },
      "E-mail: Offer\n\nFrom: Ann \\<ann@b.example>\n\n4,000 EUR",
      undefined,
    ],
    [
      "a canvas by its title",
      { mode: "canvas", filetype: "quip", title: "Huddle notes", permalink: "https://acme.slack.com/docs/1" },
      "Canvas: [Huddle notes](https://acme.slack.com/docs/1)",
      "Not read: 1 canvas (its name only: Huddle notes)",
    ],
    [
      "a picture by its name",
      { mimetype: "image/png", name: "map.png", alt_txt: "The way" },
      "Picture: map.png\n\nThe way",
      "Not read: 1 picture (map.png)",
    ],
    [
      "a recording by its transcript",
      {
        name: "a.mp4",
        mimetype: "video/mp4",
        transcription: { status: "complete", preview: { content: "Hello all", has_more: true } },
      },
      "File: a.mp4\n\nTranscript: Hello all",
      "Not read: 1 file beyond its beginning (a.mp4)",
    ],
    [
      "a file that the plan hides",
      { id: "F9", mode: "hidden_by_limit" },
      "File: F9 (not visible)",
      "Not read: 1 file (its name only: F9)",
    ],
    [
      "a file of another workspace",
      { id: "F9", file_access: "check_file_info" },
      "File: F9 (not visible)",
      "Not read: 1 file (its name only: F9)",
    ],
    ["a deleted file", { id: "F9", mode: "tombstone" }, "(deleted file)", undefined],
  ])("reads %s", (_, file, text, note) => {
    expect(read({ text: "", files: [file] })).toEqual({ text, note });
  });

  test("tells who was in a huddle, and names its notes", () => {
    const room = {
      date_start: 1_392_734_382,
      date_end: 1_392_737_982,
      participant_history: ["U1"],
      name: "",
    };
    const files = [{ mode: "canvas", title: "Notes" }];
    expect(read({ subtype: "huddle_thread", text: "A huddle happened", room, files }).text).toBe(
      "A huddle happened\n\nHuddle, 2014-02-18 14:39 UTC – 2014-02-18 15:39 UTC, @ada.l\n\nCanvas: Notes",
    );
  });

  test.each([...READ_SUBTYPES, ...OTHER_SUBTYPES])("reads the text of a message of subtype %s", (subtype) => {
    expect(read({ subtype, text: "Words" }).text).toBe("Words");
  });

  test("prefers blocks to the text, and reads both where a block has a kind without words", () => {
    const known = { type: "section", text: { type: "mrkdwn", text: "Known" } };
    expect(read({ text: "Fallback", blocks: [known] }).text).toBe("Known");
    expect(read({ text: "Fallback", blocks: [{ type: "divider" }] }).text).toBe("Fallback");
    expect(read({ text: "Fallback", blocks: [known, { type: "hologram", beam: 7 }] })).toEqual({
      text: "Known\n\nFallback",
      note: "Not read: 1 block of an unknown kind beyond its texts (hologram)",
    });
  });

  test("reads the words of a block of an unknown kind", () => {
    const block = {
      type: "hologram",
      title: { type: "plain_text", text: "Ship it" },
      parts: [{ label: "Engine" }],
      beam_id: "B1",
    };
    expect(read({ blocks: [block] })).toEqual({
      text: "Ship it\nEngine",
      note: "Not read: 1 block of an unknown kind beyond its texts (hologram)",
    });
  });

  test("ignores null wherever a field may be absent", () => {
    const nothing = { text: null, blocks: null, attachments: null, files: null, room: null, pinned_to: null };
    expect(read({ ...nothing })).toEqual({ text: "", note: undefined });
    const file = { name: null, title: null, mode: "hosted", id: "F1", initial_comment: null, preview: null };
    expect(
      read({ ...nothing, files: [null, file], attachments: [{ title: null, text: "Words", fields: null }] }),
    ).toEqual({
      text: "Words\n\nFile: F1",
      note: "Not read: 1 file (its name only: F1)",
    });
  });

  test("says what is not as documented, and where a message is cut", () => {
    expect(read({ text: ["a"], blocks: "b", files: [{ name: "a.txt", preview: "Words" }] })).toMatchObject({
      note: "Not read: 2 parts that are not as documented",
    });
    const { text, note } = read({ text: "word ".repeat(10_000) });
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(note).toBe("Not read: 1 message beyond its first 40,000 characters");
  });

  test("marks a pinned message", () => {
    expect(read({ text: "Rules", pinned_to: ["C1"] }).text).toBe("Rules\n\n(pinned)");
  });
});
