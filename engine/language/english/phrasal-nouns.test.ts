import { expect, test } from "vitest";
import { phrasalNouns } from "./phrasal-nouns";

test.each([
  ["Which host is backed up weekly?", "backed", "backup"],
  ["When do we check out?", "check", "checkout"],
  ["Who is setting up the hall?", "setting", "setup"],
  ["Where do I sign in?", "sign", "signin"],
])("phrasalNouns() of %j", (question, verb, noun) => {
  expect(phrasalNouns(question).get(verb)).toContain(noun);
});

test("phrasalNouns() of a question without such a verb is empty", () => {
  expect(phrasalNouns("Who owns the boat?").size).toBe(0);
});
