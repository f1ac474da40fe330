import { expect, test } from "vitest";
import { convert } from "../../convert-document";
import { makeZip, patch, recordsOf } from "../../testing/make-zip";
import { sourceFile } from "../../testing/source-file";
import { messagesOf } from "../testing/convert-export";

const read = (name: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  convert(sourceFile(name, makeZip(files)));

test("an archive is read file by file, and says what it leaves out", async () => {
  const converted = await read("yard.zip", {
    "notes/plan.md": "# Plan\n\nMasts first.\n\n```sh\n# no heading\n```",
    "prices.csv": "item,price\nTar,4\n",
    "run.ts": "let a = 1;\n",
    "crane.png": "\x89PNG\r\n\x1a\n0000",
    "a.mp3": "ID3\x03",
    "__MACOSX/._plan.md": "x",
    "empty.txt": "",
  });
  expect(converted.text).toBe(
    "# notes/plan.md\n\n## Plan\n\nMasts first.\n\n```sh\n# no heading\n```\n\n# prices.csv\n\nitem: Tar\nprice: 4\n\n# run.ts\n\n```\nlet a = 1;\n```",
  );
  expect(converted.parts).toBeUndefined();
  expect(converted.note).toContain("1 file not read (kept by programs for themselves): __MACOSX/._plan.md");
  expect(converted.note).toContain("1 file not read (empty): empty.txt");
  expect(converted.note).toContain("a.mp3");
});

test("a Slack workspace is read channel by channel, with the names of its people", async () => {
  const converted = await read("workspace.zip", {
    "users.json": JSON.stringify([
      { id: "U1", profile: { real_name: "Mara Holt" } },
      { id: "U2", real_name: "Olof Ek" },
    ]),
    "channels.json": JSON.stringify([{ id: "C1", name: "yard" }]),
    "yard/2026-11-03.json": JSON.stringify([
      { type: "message", user: "U2", ts: "1793700000.000100", text: "Back on Friday <@U1>" },
    ]),
    "yard/2026-11-02.json": JSON.stringify([
      { type: "message", user: "U1", ts: "1793613600.000100", text: "See <#C1>" },
    ]),
    "crew/2026-11-02.json": "broken",
  });
  expect(messagesOf(converted)).toEqual([
    ["Mara Holt", "See #yard"],
    ["Olof Ek", "Back on Friday @Mara Holt"],
  ]);
  expect(converted.text).toContain("# #yard\n\n");
  expect(converted.note).toBe("1 message cannot be read");
});

test("a chat beside other files keeps its messages", async () => {
  const converted = await read("WhatsApp Chat.zip", {
    "_chat.txt": "[25.11.26, 18:04:11] Mara: Hej\n",
    "list.txt": "rope and tar",
  });
  expect(messagesOf(converted)).toEqual([
    ["Mara", "Hej"],
    [undefined, "rope and tar"],
  ]);
});

test("the pages of a Notion export stand under their names without ids", async () => {
  const id = "0123456789abcdef0123456789abcdef";
  const { text } = await read("Export.zip", { [`Yard ${id}/Moorings ${id}.md`]: "# Moorings\n\nNine." });
  expect(text).toBe("# Yard/Moorings\n\n## Moorings\n\nNine.");
});

test("an archive that is protected by a password says so", async () => {
  const zip = makeZip({ "keys/safe.txt": "Under the mat." });
  const [entry = 0] = recordsOf(zip, 0x02014b50);
  const locked = patch(zip, [{ at: entry + 8, value: 1, length: 2 }]);
  await expect(convert(sourceFile("a.zip", locked))).rejects.toMatchObject({
    code: "skip-item",
    message: expect.stringContaining(
      "1 file not read (protected by a password; save a copy without the password and add that): keys/safe.txt",
    ),
  });
});

test("an archive without a readable file is skipped, a damaged one named", async () => {
  await expect(read("a.zip", { "a.png": "\x89PNG\r\n\x1a\n" })).rejects.toMatchObject({
    code: "skip-item",
    message: '"a.zip" is an archive without a file that Atlas reads; 1 file not read (an image): a.png',
  });
  await expect(convert(sourceFile("a.zip", "PK\x03\x04 damaged"))).rejects.toMatchObject({
    code: "read-item",
  });
});
