import { expect, test } from "vitest";
import { fragmentToMarkdown } from "./fragment-to-markdown";

const table = (...rows: readonly string[]) =>
  fragmentToMarkdown(`<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`, undefined).split(
    "\n",
  );
const th = (words: string, span = "") => `<th ${span}>${words}</th>`;
const td = (words: string, span = "") => `<td ${span}>${words}</td>`;

test("normaliseTables() repeats a cell in every row and column that it spans", () => {
  expect(
    table(
      th("Day") + th("Hall") + th("Pool"),
      td("Saturday", "rowspan=2") + td("9–12") + td("9–10"),
      td("closed", "colspan=2"),
    ),
  ).toEqual([
    "| Day | Hall | Pool |",
    "| --- | --- | --- |",
    "| Saturday | 9–12 | 9–10 |",
    "| Saturday | closed | closed |",
  ]);
});

test("normaliseTables() joins several header rows", () => {
  const merged = ["| Day | Pier early | Pier late | Office |", "| --- | --- | --- | --- |"];
  const heads = [
    td("Day", "rowspan=2") + td("Pier", "colspan=2") + td("Office", "rowspan=2"),
    td("early") + td("late"),
  ];
  expect(table(...heads, td("Monday") + td("Ida") + td("Ole") + td("Kaja"))).toEqual([
    ...merged,
    "| Monday | Ida | Ole | Kaja |",
  ]);
  expect(
    table(td("") + td("2026", "colspan=2"), td("") + td("Q1") + td("Q2"), td("Rent") + td("5") + td("6")),
  ).toEqual(["|  | 2026 Q1 | 2026 Q2 |", "| --- | --- | --- |", "| Rent | 5 | 6 |"]);
});

test("normaliseTables() takes no row of values for a header row", () => {
  expect(table(td("Name") + td("Contact", "colspan=2"), td("Ann") + td("030 1") + td("a@x.example"))).toEqual(
    ["| Name | Contact | Contact |", "| --- | --- | --- |", "| Ann | 030 1 | a@x.example |"],
  );
});

test("normaliseTables() reads a row over the whole width as the caption, or as the name of the rows below", () => {
  expect(
    table(
      td("Fees in euros", "colspan=2"),
      td("Berth") + td("Fee"),
      td("Summer", "colspan=2"),
      td("Small") + td("12"),
    ),
  ).toEqual(["Fees in euros", "", "| Berth | Fee |", "| --- | --- |", "| Summer |  |", "| Small | 12 |"]);
});

test("normaliseTables() gives names beside their values an empty header", () => {
  expect(table(th("Phone") + td("030 1"), th("Mail") + td("a@x.example"))).toEqual([
    "|  |  |",
    "| --- | --- |",
    "| Phone | 030 1 |",
    "| Mail | a@x.example |",
  ]);
  expect(table(td("Fender") + td("12,90 EUR"), td("Boat hook") + td("24,50 EUR"))[0]).toBe("|  |  |");
  expect(table(td("Article") + td("Price"), td("Boat hook") + td("24,50 EUR"))[0]).toBe(
    "| Article | Price |",
  );
});

test("normaliseTables() keeps a table inside a cell as the words of the cell", () => {
  const hours = "<table><tr><td>Monday</td><td>9–17</td></tr><tr><td>Friday</td><td>9–12</td></tr></table>";
  expect(table(th("Office") + th("Hours"), td("North") + td(hours)).at(-1)).toBe(
    "| North | Monday 9–17; Friday 9–12 |",
  );
});

test("normaliseTables() leaves out spans that no table has", () => {
  const rows = table(td("a", "colspan=999999999") + td("b"), td("c", "rowspan=999999999") + td("d"));
  expect(rows.join("\n").length).toBeLessThan(2_000);
});
