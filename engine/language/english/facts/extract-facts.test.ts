import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractFacts } from "./extract-facts";

function read(text: string): readonly string[] {
  return extractFacts(text).facts.map(
    ({ kind, unit, value }) => `${kind}${unit ? ` ${unit}` : ""}: ${value}`,
  );
}

describe("extractFacts()", () => {
  test.each([
    ["costs $500", "money: 500 usd"],
    ["costs US$ 1,200.50", "money: 1200.5 usd"],
    ["48.000 EUR", "money: 48000 eur"],
    ["€12", "money: 12 eur"],
    ["12 euros", "money: 12 eur"],
    ["twelve dollars", "money: 12 usd"],
    ["£3.5 million", "money: 3500000 gbp"],
    ["300 kr", "money: 300 kr"],
    ["$5k", "money: 5000 usd"],
    ["12 %", "percent: 12"],
    ["2.5 percent", "percent: 2.5"],
    ["16 weeks", "duration: 112 days"],
    ["112 days", "duration: 112 days"],
    ["30 working days", "duration: 30 days"],
    ["a ninety-minute talk", "duration: 90 minutes"],
    ["two hours", "duration: 120 minutes"],
    ["14 Tage", "duration: 14 days"],
    ["twenty-one desks", "amount desk: 21"],
    ["one hundred and five desks", "amount desk: 105"],
    ["1 000 desks", "amount desk: 1000"],
    ["up to 12", "number: 12"],
  ])("%s is an amount", (text, fact) => {
    expect(read(text)).toEqual([fact]);
  });

  test.each([
    ["17:00", "17:00"],
    ["5 pm", "17:00"],
    ["5:30 p.m.", "17:30"],
    ["12 am", "00:00"],
    ["4:30", "04:30~"],
    ["half past four", "04:30~"],
    ["quarter to five pm", "16:45"],
    ["nine o'clock", "09:00~"],
    ["until 16.30", "16:30"],
    ["17 Uhr", "17:00"],
    ["17h30", "17:30"],
    ["noon", "12:00"],
  ])("%s is a time of day", (text, value) => {
    expect(read(text)).toEqual([`time: ${value}`]);
  });

  test.each([
    ["14 May 2026", "2026-05-14"],
    ["May 14th, 2026", "2026-05-14"],
    ["the 14th of May", "--05-14"],
    ["2026-05-14", "2026-05-14"],
    ["14.05.2026", "2026-05-14"],
    ["14/05/2026", "2026-05-14"],
    ["05/14/2026", "2026-05-14"],
    ["14. Mai 2026", "2026-05-14"],
    ["1er mars 2026", "2026-03-01"],
    ["14 de mayo de 2026", "2026-05-14"],
    ["14 maggio 2026", "2026-05-14"],
    ["14 de março de 2026", "2026-03-14"],
    ["May 2026", "2026-05"],
    ["in 2026", "2026"],
  ])("%s is a date", (text, value) => {
    expect(read(text)).toEqual([`date: ${value}`]);
  });

  test.each([
    ["on Tuesdays", ["weekday: tuesday"]],
    ["call 030 5550 100", ["phone: 0305550100"]],
    ["call +49 (30) 1234-567", ["phone: 49301234567"]],
    ["version 2.1", ["version: 2.1"]],
    ["v3", ["version: 3"]],
    ["release 1.10.2", ["version: 1.10.2"]],
    ["owner: Jane Doe", ["name: jane doe"]],
    ["The plan is kept by Max van der Roe.", ["name: max van der roe"]],
    ["Ask Ada.", ["name: ada"]],
    ["no one of these", []],
    ["the first of many", []],
  ])("%s", (text, facts) => {
    expect(read(text)).toEqual(facts);
  });

  test.each([
    ["Dogs are not allowed.", true],
    ["Smoking is forbidden.", true],
    ["You can't come.", true],
    ["Dogs are allowed.", false],
  ])("whether %s is negated", (text, isNegated) => {
    expect(extractFacts(text).isNegated).toBe(isNegated);
  });

  test("facts lie where they are read, in order and without overlap", () => {
    const text = "On 14 May 2026 at 17:00 the 12 guests of Jane Doe pay $500, or 10 % less.";
    const { facts } = extractFacts(text);
    expect(facts.map(({ start, end }) => text.slice(start, end))).toEqual([
      "14 May 2026",
      "17:00",
      "12",
      "Jane Doe",
      "$500",
      "10 %",
    ]);
  });

  test("facts are the same in any case and with any spaces", () => {
    const parts = fc.constantFrom(
      "14 May 2026",
      "5 pm",
      "twelve weeks",
      "$500",
      "48.000 EUR",
      "30 %",
      "on Fridays",
      "version 2.1",
      "17:00",
      "in 2024",
      "020 7946 0018",
      "21 desks",
      "half past four",
      "the lid",
      "is paid",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 5 }), (words) => {
        const facts = (text: string) =>
          extractFacts(text)
            .facts.filter(({ kind }) => kind !== "name")
            .map(({ kind, value }) => `${kind} ${value}`);
        const text = words.join(", ");
        expect(facts(text.toUpperCase())).toEqual(facts(text.toLowerCase()));
        expect(facts(text.replaceAll(" ", "  "))).toEqual(facts(text));
      }),
    );
  });
});
