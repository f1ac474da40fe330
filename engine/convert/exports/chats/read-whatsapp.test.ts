import { expect, test } from "vitest";
import { convertExport, messagesOf } from "../testing/convert-export";

const EVENING = "2026-11-25 18:04";

test.each([
  ["iPhone, German", "[25.11.26, 18:04:11] Mara: Hej", EVENING],
  ["iPhone, American", "[11/25/26, 6:04:11\u202fPM] Mara: Hej", EVENING],
  ["iPhone, British", "[25/11/2026, 18:04:11] Mara: Hej", EVENING],
  ["iPhone, Swedish", "[2026-11-25, 18:04:11] Mara: Hej", EVENING],
  ["Android, British", "25/11/2026, 18:04 - Mara: Hej", EVENING],
  ["Android, American", "11/25/26, 6:04 PM - Mara: Hej", EVENING],
  ["Android, Spanish", "25/11/26, 6:04 p.\u00a0m. - Mara: Hej", EVENING],
  ["Android, French", "25/11/2026 à 18:04 - Mara: Hej", EVENING],
  ["Android, Portuguese", "25/11/2026 às 18:04 - Mara: Hej", EVENING],
  ["Android, Finnish", "25.11.2026 klo 18.04 - Mara: Hej", EVENING],
  ["Android, Danish", "25.11.2026 18.04 - Mara: Hej", EVENING],
  ["Android, Japanese", "2026/11/25 18:04 - Mara: Hej", EVENING],
  ["Android, Chinese", "2026/11/25 下午6:04 - Mara: Hej", EVENING],
  ["Android, Korean", "2026. 11. 25. 오후 6:04, Mara : Hej", EVENING],
  ["Android, Arabic", "٢٥‏/١١‏/٢٠٢٦, ٦:٠٤ م - Mara: Hej", EVENING],
  ["noon", "25/11/26, 12:04 pm - Mara: Hej", "2026-11-25 12:04"],
  ["midnight", "25/11/26, 12:04 am - Mara: Hej", "2026-11-25 00:04"],
])("a WhatsApp chat is read: %s", async (_, line, time) => {
  const converted = await convertExport("chat.txt", `${line}\n`);
  expect(messagesOf(converted)).toEqual([["Mara", "Hej"]]);
  expect(converted.text).toContain(`**Mara** (${time}):`);
});

test("the order of day and month is told by the chat", async () => {
  const read = async (...dates: string[]) =>
    (
      await convertExport("chat.txt", dates.map((date) => `${date}, 18:04 - Mara: Hej\n`).join(""))
    ).text.match(/\d{4}-\d\d-\d\d/g);
  expect(await read("02/11/26", "28/11/26")).toEqual(["2026-11-02", "2026-11-28"]);
  expect(await read("11/02/26", "11/28/26")).toEqual(["2026-11-02", "2026-11-28"]);
  // Neither number is over twelve: messages follow one another.
  expect(await read("09/11/26", "10/11/26", "02/12/26")).toEqual(["2026-11-09", "2026-11-10", "2026-12-02"]);
  expect(await read("11/09/26", "11/10/26", "12/02/26")).toEqual(["2026-11-09", "2026-11-10", "2026-12-02"]);
});

test("lines, notices, edits and files left out are told apart", async () => {
  const converted = await convertExport(
    "WhatsApp Chat with Crew.txt",
    [
      "25/11/2026, 18:00 - Messages and calls are end-to-end encrypted.",
      "25/11/2026, 18:04 - Mara: Bring:",
      "- rope",
      "",
      "# tar and <b>",
      "25/11/2026, 18:05 - Olof: <Media omitted>",
      "25/11/2026, 18:06 - Olof: \u200eimage omitted",
      "25/11/2026, 18:07 - ~ Olof Ek: Done: all of it <This message was edited>",
      "",
    ].join("\n"),
  );
  expect(messagesOf(converted)).toEqual([
    [undefined, "(2026-11-25 18:00) Messages and calls are end-to-end encrypted."],
    ["Mara", "Bring:\n- rope\n\n\\# tar and \\<b>"],
    ["Olof Ek", "Done: all of it"],
  ]);
  expect(converted.text).toContain("**Olof Ek** (2026-11-25 18:07, edited):");
  expect(converted.note).toBe("2 pictures or files not in the export");
});

test.each([
  "2026-11-25 18:04 - INFO: started\n2026-11-25 18:05 - ERROR: stopped\n",
  "[2026-11-25 18:04:11] production.ERROR: stopped\n",
  "25/11/2026 is the day of the survey: be there\n",
  "2026-11-25 18:04:11,123 - root - INFO - started\n",
])("a log or a text is no chat: %j", async (text) => {
  expect(await convertExport("a.txt", text)).toEqual({ text, format: "plain" });
});
