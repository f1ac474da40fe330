import { expect, test } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";
import { convertTable } from "./convert-table";

test("convertTable() writes every row with its column names, whatever the delimiter", () => {
  const rows = "City: Graz\nPeople: 291,000\n\nCity: Linz\nPeople: 210,000";
  expect(convertTable('City,People\nGraz,"291,000"\nLinz,"210,000"\n').text).toBe(rows);
  expect(convertTable("City;People\nGraz;291,000\nLinz;210,000\n").text).toBe(rows);
  expect(convertTable("City\tPeople\nGraz\t291,000\nLinz\t210,000\n").text).toBe(rows);
});

test("convertTable() reads the separator that a first line declares for Excel", () => {
  expect(convertTable("sep=;\nCity;People\nGraz;291,5\n").text).toBe("City: Graz\nPeople: 291,5");
  expect(convertTable('"sep=|"\nCity|People\nGraz|291,5\n').text).toBe("City: Graz\nPeople: 291,5");
});

test("convertTable() takes the names of columns from below lines about the table", () => {
  const bank =
    "Account:;DE12\nFrom:;1 Jan;;\n\nBooked;Payee;Amount\n02.01.;Rent;-900,00\n03.01.;Shop;-12,50\n";
  expect(convertTable(bank).text).toBe(
    "Account: DE12\nFrom: 1 Jan\n\nBooked: 02.01.\nPayee: Rent\nAmount: -900,00\n\nBooked: 03.01.\nPayee: Shop\nAmount: -12,50",
  );
  const wider = "a,b\n1,2,3\n4,5,6\n";
  expect(convertTable(wider).text).toBe("a: 1\nb: 2\nColumn 3: 3\n\na: 4\nb: 5\nColumn 3: 6");
});

test("convertTable() keeps values beyond the header, lines within quotes, and leaves empty cells out", () => {
  expect(convertTable('a,b\n1,,3\n"x\ny",2\n').text).toBe("a: 1\nColumn 3: 3\n\na: x\ny\nb: 2");
});

test("convertTable() keeps a list and a table of numbers alone as they are", () => {
  for (const text of ["one\ntwo\nthree", "1,2\n3,4\n", "only,header\n"]) {
    expect(convertTable(text)).toEqual({ text, format: "plain" });
  }
});

test("convertTable() notes a quote that is never closed", () => {
  expect(convertTable('a,b\n1,"2\n3,4\n').note).toContain("never closed");
});

test("convert() reads 100,000 rows of CSV", async () => {
  const csv = `id,name,amount\n${Array.from({ length: 100_000 }, (_, n) => `${n},Person ${n},${n * 3}`).join("\n")}`;
  const { text } = await convert(sourceFile("big.csv", csv));
  expect(text.endsWith("id: 99999\nname: Person 99999\namount: 299997")).toBe(true);
});
