import { describe, expect, test } from "vitest";
import { answerTypeOf } from "./answer-type-of";
import { hasValueOfType } from "./has-value-of-type";

describe("answerTypeOf()", () => {
  test.each([
    ["When does the ferry leave?", "time"],
    ["On which day is the gallery shut?", "time"],
    ["How long is the tunnel closed?", "duration"],
    ["Who repairs the lift?", "person"],
    ["Whose bicycle is it?", "person"],
    ["Where are the ladders?", "place"],
    ["How much does a ticket cost?", "money"],
    ["What is the fee for a locker?", "money"],
    ["How many seats are there?", "number"],
    ["phone number of the janitor", "phone"],
    ["What number do I call about the lift?", "phone"],
    ["Where is the emergency exit?", "place"],
    ["What did Kim decide about the roof?", undefined],
    ["Why was the gate replaced?", "reason"],
    ["How do I reset the meter?", "steps"],
    ["Wann beginnt der Kurs?", "time"],
    ["Wo liegt der Schlüssel?", "place"],
    ["Wie lange gilt die Karte?", "duration"],
    ["Was kostete die Reparatur?", "money"],
    ["Was hat die Reparatur gekostet?", "money"],
    ["Wie viel haben wir für das Boot bezahlt?", "money"],
    ["Wie hoch war die Rechnung des Malers?", "money"],
    ["Wie hoch ist der Turm?", "number"],
    ["Was darf das Boot kosten?", "money"],
    ["Was deckt die Kosten der Reise ab?", undefined],
    ["Was hat der Maler gesagt?", undefined],
    ["Combien coûte une entrée ?", "money"],
    ["¿Cuándo abre la tienda?", "time"],
    ["Когда закрывается музей?", "time"],
    ["ボートはいつ借りられますか", "time"],
    ["谁负责仓库？", "person"],
    ["도서관은 어디에 있나요?", "place"],
    ["כמה עולה כרטיס?", "money"],
    ["متى يفتح المتحف؟", "time"],
  ] as const)("%s asks for a %s", (question, type) => {
    expect(answerTypeOf(question)).toBe(type);
  });

  test("finds no type in a question without a question word", () => {
    expect(answerTypeOf("the colour of the door")).toBeUndefined();
    expect(answerTypeOf("whole wheat dough")).toBeUndefined();
  });
});

describe("hasValueOfType()", () => {
  test.each([
    ["time", "The course starts on 4 March.", "The course starts as planned."],
    ["time", "Der Kurs beginnt im Oktober.", "Der Kurs beginnt nicht."],
    ["time", "Il ouvre le vendredi.", "Il ouvre la porte."],
    ["money", "A locker is 4 EUR.", "A locker is on the left."],
    ["number", "It has twelve seats.", "It has seats."],
    ["number", "Two of the boats are out.", "We want to fire the kiln."],
    ["number", "Ci sono due barche.", "The rent is due to the landlord."],
    ["reason", "It is shut, since the roof leaks.", "Those who want a car park ask at the gate."],
    ["phone", "Janitor: 0555 210 14", "Janitor: room 4"],
    ["person", "Orla's key fits the shed.", "It's in the shed."],
    ["person", "The lift is repaired by Mara Lind.", "it is repaired often."],
  ] as const)("prefers for %s: %s", (type, withValue, without) => {
    expect(hasValueOfType(type, withValue)).toBeGreaterThan(hasValueOfType(type, without));
  });
});
