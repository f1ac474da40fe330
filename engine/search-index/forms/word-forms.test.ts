import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeIndexStore } from "../testing/fake-index-store";
import { makeDocument } from "../testing/make-document";
import { foldDigraphs } from "./spelling-variants";

/** An index with one commit for each text, so that answers come from several segments. */
function createIndex(...texts: readonly string[]) {
  const store = createFakeIndexStore();
  const { index } = store.open();
  for (const text of texts) {
    const [id = 0] = index.allocateIds(1);
    store.commit(index, index.prepare({ add: [makeDocument(id, text)], remove: [] }));
  }
  return index;
}

/** Words of German, so that the index is known to have texts of the language. */
const GERMAN =
  "Der Verein und die Stadt haben das mit dem Hafen für alle nicht auf Dauer geregelt. Es wird von ihm ist den";
const SWEDISH = "Det är inte som att båten och den har av med till på från";
const FRENCH = "Les bateaux et une voile dans le port avec nous sont cette année qui ne va pas aux îles";
const SPANISH = "Los barcos y las velas con una isla por la noche como esta del puerto para desde este";

function finds(question: string, text: string, background = ""): boolean {
  const index = createIndex(text, background, "Something else about tides.");
  const hit = index.keyword(question, { limit: 10 }).some(({ documentId }) => documentId === 1);
  const terms = index.terms(question).filter(({ weight }) => weight > 0);
  const found = new Set(index.finder(terms.map(({ term }) => term))(text).terms);
  const isCovered = terms.length > 0 && found.size === terms.length;
  expect(index.highlight(question, text).length > 0).toBe(found.size > 0);
  return hit && isCovered && terms.every(({ chunkFrequency }) => chunkFrequency > 0);
}

test.each([
  ["wrote", "She writes songs"],
  ["writes", "It was written in May"],
  ["keeps", "The key is kept in a tin"],
  ["sell", "It was sold"],
  ["pay", "It is paid"],
  ["teeth", "a tooth"],
  ["children", "one child"],
  ["APIs", "An API"],
  ["Juergen", "Jürgen works here"],
  ["Jürgen", "Juergen works here"],
  ["Jurgen", "Juergen works here"],
  ["Soren", "Søren works here"],
  ["Soeren", "Søren works here"],
  ["Lodz", "made in Łódź"],
  ["kronor", "the price in kr"],
])("a question with %s finds: %s", (question, text) => {
  expect(finds(question, text)).toBe(true);
});

test.each([
  ["Kündigungsfrist", "Die Frist der Kündigung beträgt drei Monate.", GERMAN],
  ["Frist der Kündigung", "Die Kündigungsfrist beträgt drei Monate. Kündigung und Frist.", GERMAN],
  ["Urlaubstage", "30 Tage Urlaub im Jahr", GERMAN],
  ["Mülltonnen", "Die Mülltonne wird dienstags geleert.", GERMAN],
  ["Muelltonne", "Die Mülltonnen werden dienstags geleert.", GERMAN],
  ["Mülltonne", "Die Muelltonnen werden dienstags geleert.", GERMAN],
  ["Häuser", "Das Haus am See", GERMAN],
  ["Strassenbahnfahrplan", "Der Fahrplan der Straßenbahn hängt im Treppenhaus.", GERMAN],
  ["båtarna", "En båt", SWEDISH],
  ["semesterdagar", "25 dagar semester", SWEDISH],
  ["employés", "un employé", FRENCH],
  ["vacaciones", "la vacación", SPANISH],
])("a question with %s finds: %s", (question, text, background) => {
  expect(finds(question, text, background)).toBe(true);
});

test("an acronym is found and highlighted in its plural", () => {
  const index = createIndex("All SLAs are signed");
  expect(index.keyword("the SLA", { limit: 1 })).toHaveLength(1);
  expect(index.terms("SLA")).toEqual([expect.objectContaining({ term: "sla", chunkFrequency: 1 })]);
  expect(index.highlight("SLA", "All SLAs")).toEqual([[4, 8]]);
});

test("a compound is found by its parts in other documents", () => {
  const index = createIndex("Kündigungsfrist: drei Monate", "Die Kündigung", "Eine Frist", GERMAN);
  const hits = index.keyword("Wie lang ist die Frist für die Kündigung?", { limit: 10 });
  expect(hits.map(({ documentId }) => documentId).slice(0, 3)).toContain(1);
});

test("function words of a question in another language weigh nothing", () => {
  const index = createIndex("Die Kündigung hat eine Frist.", GERMAN);
  const weights = new Map(index.terms("Wie lang ist die Frist?").map(({ term, weight }) => [term, weight]));
  expect([...weights].filter(([, weight]) => weight > 0).map(([term]) => term)).toEqual(["frist"]);
});

test("words of another script that ask weigh nothing", () => {
  const index = createIndex("Отпуск составляет двадцать восемь дней.");
  const heavy = index.terms("Сколько дней составляет отпуск?").filter(({ weight }) => weight > 0);
  expect(heavy.map(({ term }) => term)).toEqual(["дне", "отпуск"]);
});

test.each([
  ["ימי חופשה", "הימים של החופשה"],
  ["השרתים", "לשרתים יש חשמל"],
  ["חופשה", "בחופשה"],
])("Hebrew prefixes make no other word: %s in %s", (question, text) => {
  const index = createIndex(text);
  const term = index.terms(question).at(-1);
  expect(index.finder([term?.term ?? ""])(text).terms).toEqual([0]);
});

test("an index of English texts has the terms of Porter alone", () => {
  const index = createIndex("true values of the queue", "a fuel gauge does not lie");
  const terms = index.terms("The true value of fuels").filter(({ weight }) => weight > 0);
  expect(terms.map(({ term }) => term)).toEqual(["true", "valu", "fuel"]);
});

test("foldDigraphs() of a folded word is the word", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "e", "o", "u", "q", "n") }), (word) => {
      const folded = foldDigraphs(word);
      expect(folded.length).toBeLessThanOrEqual(word.length);
      if (!/ae|oe|ue|aa/.test(word)) expect(folded).toBe(word);
    }),
  );
});

test("forms are symmetric: two words that meet, meet in both directions", () => {
  const words = fc.constantFrom(
    ..."Haus Häuser Hauses Frist Fristen Muelltonne Mülltonnen wrote written Tag Tage Kündigung Kündigungsfrist Boot".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(words, words, (a, b) => {
      const index = createIndex(GERMAN, `${a} ${b}`, "Kündigung Frist");
      const meets = (question: string, text: string) =>
        index.finder(index.terms(question).map(({ term }) => term))(text).terms.length > 0;
      expect(meets(a, b)).toBe(meets(b, a));
    }),
    { numRuns: 60 },
  );
});
