import { describe, expect, test } from "vitest";
import { splitQuotes } from "./split-quotes";
import { writeStretches } from "./write-stretches";

const own = "Fine with me.\n\nSee you on Monday.";

const split = (text: string) => {
  const stretches = splitQuotes(text);
  return stretches.map(({ kind, author, date }) => [kind, author, date]);
};
const write = (text: string) => writeStretches(splitQuotes(text)).text;

const QUOTES: Readonly<Record<string, readonly [text: string, author: string | undefined, date?: string]>> = {
  Gmail: [
    "On Fri, 3 Jan 2025 at 10:00, Ada Byron <ada@example.com> wrote:\n> Shall we meet?\n>\n> Ada",
    "Ada Byron",
    "Fri, 3 Jan 2025 at 10:00",
  ],
  "Gmail, broken into lines": [
    "On Friday, 3 January 2025 at 10:00, Ada Byron\n<ada@example.com>\nwrote:\n\n> Shall we meet?",
    "Ada Byron",
    "Friday, 3 January 2025 at 10:00",
  ],
  "Gmail in Chinese": [
    "王伟 <wei@example.cn> 于2026年5月3日周日 10:00写道：\n\n> 价格是多少？",
    "王伟",
    "2026年5月3日周日 10:00",
  ],
  "163 in Chinese": [
    '在 2026-05-03 10:00:00，"王伟" <wei@example.cn> 写道：\n\n价格是多少？',
    "王伟",
    "2026-05-03 10:00:00",
  ],
  "QQ in Chinese": [
    '------------------ 原始邮件 ------------------\n发件人: "王伟" <wei@example.cn>;\n发送时间: 2026年5月3日(星期天) 上午10:00\n收件人: "李娜" <li@example.cn>;\n主题: 价格\n\n价格是多少？',
    "王伟",
    "2026年5月3日(星期天) 上午10:00",
  ],
  "Gmail in Japanese": [
    "2026年5月3日(日) 10:00 田中 <tanaka@example.jp>:\n\n> 価格は？",
    "田中",
    "2026年5月3日(日) 10:00",
  ],
  "Outlook in Japanese": [
    "差出人: 田中 <tanaka@example.jp>\n送信日時: 2026年5月3日 10:00\n宛先: 鈴木\n件名: 価格\n\n価格は？",
    "田中",
    "2026年5月3日 10:00",
  ],
  Yahoo: [
    "    On Sunday, May 3, 2026 at 10:00:00 AM GMT+2, Ana Ruiz <ana@example.es> wrote:  \n \n What is the price?",
    "Ana Ruiz",
    "Sunday, May 3, 2026 at 10:00:00 AM GMT+2",
  ],
  "Apple Mail": [
    "> On 3 May 2026, at 10:00, Ana Ruiz <ana@example.es> wrote:\n> \n> What is the price?",
    "Ana Ruiz",
    "3 May 2026, at 10:00",
  ],
  Thunderbird: [
    "Am 03.05.26 um 10:00 schrieb Klaus Brandt:\n> Was kostet es?",
    "Klaus Brandt",
    "03.05.26 um 10:00",
  ],
  "a program in Spanish": [
    "El dom, 3 may 2026 a las 10:00, Ana Ruiz (<ana@example.es>) escribió:\n\n> ¿Cuánto?",
    "Ana Ruiz",
    "dom, 3 may 2026 a las 10:00",
  ],
  "a program in French": [
    "Le 3 mai 2026 à 10:00, Luc Petit <luc@example.fr> a écrit :\n\nCombien ?",
    "Luc Petit",
    "3 mai 2026 à 10:00",
  ],
  "Outlook's line": [
    "-----Original Message-----\nFrom: Ada Byron <ada@example.com>\nSent: Friday\nTo: Mira\n\nShall we meet?",
    "Ada Byron",
    "Friday",
  ],
  "Outlook in German": [
    "________________________________\nVon: Ada Byron <ada@example.com>\nGesendet: Freitag, 3. Januar 2025\nAn: Mira\nBetreff: Treffen\n\nTreffen wir uns?",
    "Ada Byron",
    "Freitag, 3. Januar 2025",
  ],
  "Outlook without addresses": [
    "From: Ada Byron\nSent: Friday, 3 January 2025\nTo: Mira\nSubject: Meeting\n\nShall we meet?",
    "Ada Byron",
    "Friday, 3 January 2025",
  ],
  "Outlook as Markdown": [
    "**From:** Ada Byron \\<ada@example.com>  \n**Sent:** Friday, 3 January 2025  \n**To:** Mira  \n**Subject:** Meeting\n\nShall we meet?",
    "Ada Byron",
    "Friday, 3 January 2025",
  ],
  "marks alone": ["> Shall we meet?\n> Ada", undefined],
  "a writer inside the marks": ["> Ada wrote:\n> Shall we meet?", "Ada"],
};

describe("splitQuotes()", () => {
  test.each(Object.entries(QUOTES))("finds a message quoted by %s", (_, [quote, author, date]) => {
    expect(split(`${own}\n\n${quote}\n`)).toEqual([
      ["own", undefined, undefined],
      ["quoted", author, date],
    ]);
  });

  test.each([
    "Two options:\n\nOption A is the red boat\n--\nOption B is the blue boat\n--\nTell me by Friday.",
    "Please book:\n\nFrom: Oslo\nTo: Bergen\nDate: 3 May 2026\n\nTwo seats by the window.",
    "Agenda\n______________________________\n1. Budget\n2. Crane",
    "________________________________________\nMicrosoft Teams meeting\nMeeting ID: 123 456\n________________________________________\n\nAgenda: the crane",
    "Ada wrote:\nThis is my own summary of what she wrote.",
    "As Ana Ruiz <ana@example.es> wrote on 3 May 2026:\nthe crane is ours, and we keep it.",
    "We talked on 3 May. Then Bo Lind (bo@example.com) wrote:\nthat he agrees.",
    "Deadlines:\nOn 3 May we print, as Ana Ruiz (ana@example.es) said:\nthen we bind.",
  ])("takes %j for the writer's own words", (text) => {
    expect(split(text)).toEqual([["own", undefined, undefined]]);
  });

  test("keeps answers between quoted lines apart from them", () => {
    expect(split("> Shall we meet?\nYes.\n> At ten?\nNo, at eleven.").map(([kind]) => kind)).toEqual([
      "quoted",
      "own",
      "quoted",
      "own",
    ]);
  });

  test("finds the writers of quotations inside quotations", () => {
    const text =
      "New.\n\nOn 2 May 2026 Bo Lind <bo@example.com> wrote:\n> Older.\n>\n> On 1 May 2026 Ada Byron <ada@example.com> wrote:\n>> Oldest.";
    expect(split(text)).toEqual([
      ["own", undefined, undefined],
      ["quoted", "Bo Lind", "2 May 2026"],
      ["quoted", "Ada Byron", "1 May 2026"],
    ]);
  });

  test("tells a forwarded message from an answered one", () => {
    const text =
      "Look.\n\n---------- Forwarded message ---------\nFrom: Ada Byron <ada@example.com>\nDate: Friday\nTo: Mira\n\nThe words";
    expect(split(text)).toEqual([
      ["own", undefined, undefined],
      ["forwarded", "Ada Byron", "Friday"],
    ]);
    expect(write(text)).toBe(text);
  });

  test("keeps 100,000 quote marks and lines that end like a header, in linear time", () => {
    const text = `${"> ".repeat(50_000)}x\n${"a:\n".repeat(50_000)}${"\n".repeat(50_000)}`;
    expect(splitQuotes(text).at(-1)?.lines.length).toBeGreaterThan(50_000);
  });
});

describe("writeStretches()", () => {
  test("writes a quoted message below the line that says who wrote it", () => {
    const text =
      "New.\n\nVon: Ada Byron <ada@example.com>\nGesendet: Freitag\nAn: Mira\nBetreff: Treffen\n\nTreffen wir uns?";
    const { text: written, parts } = writeStretches(splitQuotes(text), { author: "Mira" });
    expect(written).toBe(
      "New.\n\nOn Freitag Ada Byron wrote:\n\n> Von: Ada Byron <ada@example.com>\n> Gesendet: Freitag\n> An: Mira\n> Betreff: Treffen\n>\n> Treffen wir uns?",
    );
    expect(parts.map(({ start, end, author }) => [written.slice(start, end).slice(0, 10), author])).toEqual([
      ["New.", "Mira"],
      ["On Freitag", "Ada Byron"],
    ]);
  });

  test("keeps every word", () => {
    for (const [quote] of Object.values(QUOTES)) {
      const written = write(`${own}\n\n${quote}`);
      for (const word of quote.match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
        if (!/原始邮件|Original|Message|写道/.test(word)) expect(written).toContain(word.replace(/^于/, ""));
      }
    }
  });

  test("has no parts for a mail in one writer's words", () => {
    expect(writeStretches(splitQuotes(own), { author: "Mira" })).toEqual({ text: own, parts: [] });
  });
});
