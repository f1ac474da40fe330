import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCase, openCase } from "../../evaluation/cases/open-case";
import type { Answer } from "../../model/answer";
import { createFakeFolder } from "../../testing/fakes/fake-folder";
import { DAY_MS } from "../../util/durations";
import { GARDEN_FILES } from "./testing/garden-files";

const NOW = new Date(2026, 5, 15, 12).getTime();
let opened: OpenedCase;

/** Each file is a day older than the one before. */
beforeAll(async () => {
  const files = Object.entries(GARDEN_FILES).map(([path, text], age) => {
    return [path, { text, lastModified: NOW - age * DAY_MS }] as const;
  });
  const { handle } = createFakeFolder(Object.fromEntries(files));
  opened = await openCase(handle, { clock: { now: () => NOW } });
});

afterAll(() => opened.close());

/** The answer, after checks of what every answer keeps. */
async function ask(question: string, history: readonly string[] = []): Promise<Answer> {
  const answer = await opened.ask(question, history);
  for (const { itemId, quote, start, end } of answer.citations) {
    // Rows of a spreadsheet are converted before they are quoted.
    if (!itemId.endsWith(".csv")) expect(GARDEN_FILES[itemId]).toContain(quote);
    expect(end).toBeGreaterThan(start);
  }
  const used = new Set([...answer.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)));
  expect([...used]).toEqual(answer.citations.map(({ n }) => n));
  return answer;
}

const filesOf = ({ citations }: Answer) => [...new Set(citations.map(({ itemId }) => itemId))].sort();

describe("a summary", () => {
  test("covers every main section of a long document in order, the newest version", async () => {
    const answer = await ask("Summarise the expansion plan");
    expect(filesOf(answer)).toEqual(["plans/expansion-2027.md"]);
    const headings = [...answer.text.matchAll(/^- \*\*(.+?)\*\*:/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["Palm house", "Meadow", "Visitors", "Budget", "Risks"]);
    expect(answer.text).toContain("Entrance: Cost 310,000 EUR");
    const plan = GARDEN_FILES["plans/expansion-2027.md"] ?? "";
    expect(answer.text.length).toBeLessThan(plan.length / 1.5);
  });

  test("of a short document or section is all of it", async () => {
    expect((await ask("tl;dr house rules")).text).toContain("A bell rings ten minutes before.");
    const section = await ask("sumarize the meadow section please");
    expect(section.text).toMatch(/^\*\*Meadow\*\*\n\nThe meadow behind .* Dogs stay outside\. \[1\]$/s);
  });

  test("is of the document of a date, or the newest, where that was asked for", async () => {
    expect((await ask("Summarise the minutes of 4 March 2026")).text).toContain("The pump is repaired.");
    const latest = await ask("Summarise the latest minutes");
    expect(latest.text).toContain("The pond gets a fence.");
    expect(filesOf(latest)).toEqual(["minutes/2026-05-06.md"]);
    expect((await ask("Summarise the minutes of 4 April 2026")).found).toBe(false);
  });

  test("of lines of keys and values has all of them", async () => {
    expect((await ask("Summarise the maple hall")).text).toMatch(
      /^\*\*Maple hall\*\*\n\nSeats: 80 .*Rent: .*Piano: yes/,
    );
  });

  test("of a topic without a document quotes what is said of it", async () => {
    const answer = await ask("Give me an overview of the bees");
    expect(answer.text).toContain("field for wild bees");
  });

  test("of what the sources do not have is refused", async () => {
    for (const question of ["Summarise the expansion plan 2031", "Summarise the fish pond report"]) {
      expect(await ask(question)).toMatchObject({ found: false, citations: [] });
    }
  });

  test("without a subject asks for one", async () => {
    expect(await ask("tl;dr")).toMatchObject({ text: expect.stringMatching(/^Name what/), citations: [] });
  });
});

describe("a comparison", () => {
  test("aligns the rows of two tables", async () => {
    const { text } = await ask("Compare the ticket prices of 2025 and 2026");
    expect(text).toMatch(/^\| \| Ticket prices 2025 \| Ticket prices 2026 \|\n/);
    expect(text).toMatch(/\| Families · Year \| 90 EUR \[\d\] \| 99 EUR \[\d\] \|/);
  });

  test("keeps to the aspect", async () => {
    const { text, citations } = await ask("compare the 2025 and 2026 tickets for children");
    expect(text).toMatch(/Children · Day \| 4 EUR \[1\] \| 4 EUR \[2\]/);
    expect(text).not.toContain("Adults");
    expect(citations.map(({ quote }) => quote)).toEqual([
      "| Children | 4 EUR | 20 EUR |",
      "| Children | 4 EUR | 22 EUR |",
    ]);
  });

  test("aligns the sentences of two sections", async () => {
    const { text } = await ask("How does the orchid house compare to the cactus house?");
    expect(text).toMatch(/kept at 24 degrees\. \[\d\] \| The cactus house is kept at 18 degrees\. \[\d\] \|/);
    expect(text).toMatch(/It opens at ten\. \[\d\] \| It opens at nine\. \[\d\] \|/);
  });

  test("aligns lines of keys and values", async () => {
    const { text } = await ask("maple hall vs linden hall");
    expect(text).toContain(
      "| Seats | 80 [1] | 45 [2] |\n| Rent | 300 EUR an evening [3] | 180 EUR an evening [4] |",
    );
    expect(text).toContain("| Piano | yes [5] | – |");
  });

  test("puts two rows or items of one list side by side", async () => {
    expect((await ask("difference between a scion and a rootstock")).text).toMatch(
      /^\| \| Scion \| Rootstock \|\n\|---\|---\|---\|\n\| Meaning \| a shoot .* \[1\] \| the plant .* \[2\] \|$/,
    );
    expect((await ask("dawn walk vs seed tour")).text).toContain(
      "| birds and dew, 6 EUR [1] | how plants travel, 6 EUR [2] |",
    );
  });

  test("says where one side is not found, and refuses where neither is", async () => {
    const { text, found } = await ask("Compare the night tour and the balloon ride");
    expect(found).toBe(true);
    expect(text).toContain("bats and scents");
    expect(text).toContain("Nothing in your sources is on balloon ride.");
    expect((await ask("Compare airships and balloons")).found).toBe(false);
  });
});

describe("a list", () => {
  test("is given whole, over several documents each item once, with its count", async () => {
    const answer = await ask("Which guided tours do we offer?");
    expect(answer.text).toMatch(/^5 in 2 documents:\n/);
    expect(filesOf(answer)).toEqual(["more-tours.md", "tours.md"]);
    expect(answer.text.match(/night tour/gi)).toHaveLength(1);
  });

  test("is counted beside the number that a sentence states", async () => {
    const { text } = await ask("How many tours are there?");
    expect(text).toMatch(/^We offer four tours: \[1\]\n\n5 in 2 documents:/);
  });

  test("keeps two items of the same name", async () => {
    expect((await ask("list the repairs of the greenhouse ladders")).text).toMatch(/^3 in /);
  });

  test("is a table with all its columns", async () => {
    const { text } = await ask("list all staff");
    expect(text).toContain("| Name | Task | Phone |");
    expect(text).toContain("| Bo Lind [2] | head gardener | 0444 12 |");
  });

  test("is of documents where their titles have the word", async () => {
    expect((await ask("list all contracts")).text).toMatch(
      /^2 in 2 documents:\n\n- Contract with (?:Alder|Birch) \[1\]\n- Contract with (?:Alder|Birch) \[2\]$/,
    );
  });

  test("that the sources do not have is a question without an answer", async () => {
    expect((await ask("Which elephants are there?")).found).toBe(false);
  });
});

describe("what changed", () => {
  test("begins with what documents date themselves, the newest first", async () => {
    const { text } = await ask("What's new?");
    expect(text).toMatch(
      /^- \*\*3 Jun 2026\*\*: Maps work .*\n- \*\*3 Jun 2026\*\*.*\n- \*\*11 Feb 2026\*\*/,
    );
    expect(text).toMatch(/\*\*Documents changed last\*\*\n\n- \*\*15 Jun 2026\*\* · Expansion plan 2027/);
  });

  test("keeps to the time that was asked for", async () => {
    const { text } = await ask("What's new this month?");
    expect(text).toContain("Maps work without a connection");
    expect(text).not.toContain("New search by colour");
  });

  test("of a year long past is what is dated then", async () => {
    const { text } = await ask("What changed in 2023?");
    expect(text).toContain("The orangery got a glass door");
  });

  test("drops a time that leaves nothing and says so", async () => {
    const { text } = await ask("What changed in the app since 10 June 2026?");
    expect(text).toMatch(/^Nothing is dated since 10 Jun 2026\. The newest:\n/);
    expect(text).toContain("Maps work without a connection");
  });

  test("between two versions is what differs, with the version it replaces", async () => {
    const { text } = await ask("What changed in the ticket prices?");
    expect(text).toMatch(/^\*\*Ticket prices 2026\*\* beside \*\*Ticket prices 2025\*\*/);
    expect(text).toContain("Children · Year");
    expect(text).not.toContain("Children · Day");
  });

  test("in what the sources do not have is refused", async () => {
    expect((await ask("What changed in the swimming pool?")).found).toBe(false);
  });

  test("without a subject needs no question before it", async () => {
    const { text } = await ask("What's new?", ["Who is the head gardener?"]);
    expect(text).toContain("Maps work");
  });
});

describe("a definition", () => {
  test("is the row of a glossary", async () => {
    expect((await ask("What is a scion?")).text).toBe(
      "**Scion**: a shoot that is grafted onto another plant [1]",
    );
  });

  test("is a sentence that begins with the term", async () => {
    expect((await ask("what does vernalisation mean")).text).toMatch(/^Vernalisation means that a seed/);
  });

  test("that no text gives is a question without an answer", async () => {
    expect((await ask("define photosynthesis")).found).toBe(false);
  });
});

describe("other tasks", () => {
  test("what is known of a subject is its section, or statements by document", async () => {
    expect((await ask("Tell me about the cactus house")).text).toMatch(/^\*\*Cactus house\*\*/);
    expect((await ask("what do we know about rubbish?")).text).toContain("Take your rubbish home.");
    expect((await ask("tell me about submarines")).found).toBe(false);
  });

  test("documents are listed with the place that fits best", async () => {
    const answer = await ask("find documents about picnics");
    expect(filesOf(answer)).toEqual(["house-rules.txt"]);
    expect((await ask("find documents about submarines")).found).toBe(false);
  });

  test("help has examples of the person's own titles and no citations", async () => {
    const answer = await ask("What can you do?");
    expect(answer).toMatchObject({ found: true, citations: [] });
    expect(answer.text).toContain("Expansion plan 2027");
    expect((await ask("thanks!")).text).toMatch(/^You’re welcome/);
  });

  test("a fact is answered as before", async () => {
    expect((await ask("Who is the head gardener?")).citations[0]?.itemId).toBe("staff.csv");
  });
});
