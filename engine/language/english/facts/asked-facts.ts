import type { AskedFacts, FactKind } from "../../facts";
import { toSingular } from "./amounts";
import { extractFacts } from "./extract-facts";

const QUANTITIES: readonly FactKind[] = ["money", "percent", "duration", "amount", "number"];
const TIMES: readonly FactKind[] = ["time", "date", "weekday"];
/** The first that matches decides. Short lists of other languages are German, French, Spanish, Italian and Dutch. */
const KINDS: readonly (readonly [RegExp, readonly FactKind[]])[] = [
  [/\b(?:phone|telephone|mobile|fax|extension|telefon|téléphone|teléfono)/i, ["phone", "number"]],
  [/\b(?:which|what)\s+(?:\w+\s+)?(?:version|release)\b/i, ["version", "number"]],
  [
    /\b(?:how (?:many|much) per\s?cent|what per\s?cent|percentage|interest rate|discount)\b/i,
    ["percent", "number"],
  ],
  [
    /\b(?:how many|number of)\s+(?:euros?|dollars?|pounds?|eur|usd|gbp|chf|kroner|kronor|francs?)\b/i,
    ["money", "number"],
  ],
  [
    /\bhow many\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|hours?|minutes?|nights?)\b/i,
    ["duration", "number"],
  ],
  [/\b(?:how long|how often|notice period|duration|wie lange|combien de temps)\b/i, ["duration"]],
  [/\b(?:how many|wie ?viele|cuánt[oa]s|quant[ie]|hoeveel)\b/i, ["amount", "number"]],
  [
    /\b(?:how much|costs?|prices?|fees?|salary|wages?|rent|wie ?viel|combien|cuánto|quanto)\b/i,
    ["money", "percent", "number", "amount"],
  ],
  [
    /(?<!\p{L})(?:when|(?:what|which) (?:time|date|day|month|year|hour|weekday)|deadline|due date|wann|quand|cuándo|quando|wanneer)(?!\p{L})/iu,
    TIMES,
  ],
  [/(?<!\p{L})(?:who|whom|whose|wer|wem|wen|qui|quién|chi|wie is)(?!\p{L})/iu, ["name"]],
  [
    /\b(?:limits?|maximum|minimum|budget|allowance|quota|how (?:high|large|big|far|heavy|tall|wide|deep|fast|old))\b/i,
    QUANTITIES,
  ],
];
const YES_NO =
  /^(?:is|are|was|were|am|do|does|did|can|could|may|might|must|should|will|would|has|have|had)(?:n['’]t)?\b/i;
const COUNTED = /\b(?:how many|number of)\s+(?:(?:more|different|new|paid|free)\s+)?(?<unit>\p{L}+)/iu;

/** What a question asks for. A kind of value that it names itself is given, not asked for: "When … on Fridays?". */
export function askedFacts(question: string): AskedFacts {
  const found = KINDS.find(([pattern]) => pattern.test(question))?.[1];
  const given = new Set<FactKind>(
    extractFacts(question).facts.flatMap(({ kind, value }) =>
      kind === "name" || /^\d{4}$/.test(value) ? [] : [kind],
    ),
  );
  const kinds = found?.filter((kind) => !given.has(kind)) ?? [];
  const counted = COUNTED.exec(question)?.groups?.unit;
  return {
    ...(kinds.length > 0 && { kinds: new Set(kinds) }),
    ...(counted !== undefined && { unit: toSingular(counted.toLowerCase()) }),
    isYesNo: YES_NO.test(question.trim()),
  };
}
