import type { AnswerType } from "./answer-type-of";

/**
 * Words of a question that a value of its type answers: "What does it cost?" is answered by an amount of money whether or
 * not the text has a word for cost.
 */
const IMPLIED_WORDS: Readonly<Partial<Record<AnswerType, RegExp>>> = {
  money:
    /^(?:costs?|prices?|priced|pay|pays|paid|fees?|charges?|charged|expensive|amounts?|kosten?|kostet|kostete(?:n)?|gekostet|preise?|teuer|prix|coûte(?:nt)?|cuesta|precio|costa|prezzo|custa|preço|koster?|стоит|цена)$/iu,
  number: /^(?:numbers?|count|anzahl|zahl|nombre|número|numero|aantal|antal|antall|liczba)$/iu,
  phone:
    /^(?:phone|telephone|mobile|number|numbers|call|reach|telefon(?:nummer)?|nummer|téléphone|numéro|teléfono|telefono|número)$/iu,
  time: /^(?:late|early|soon|dates?|days?|times?|hours?|year|month|week|weekday|datum|uhrzeit|tag|heure|jour|hora|fecha|día|ora|giorno|data|dia)$/iu,
  duration:
    /^(?:times?|last|lasts|lasting|duration|dauert|dauer|dure|durée|dura|duración|durata|duração|duurt|varar)$/iu,
  person: /^(?:persons?|people|name|names)$/iu,
  place: /^(?:place|location|located|address|room|ort|lieu|lugar|luogo|plats|sted)$/iu,
  reason: /^(?:reasons?|causes?|caused|why|grund|ursache|raison|razón|motivo)$/iu,
};

/** Whether a value of the type by itself stands for this word of the question. */
export function isImpliedBy(type: AnswerType | undefined, word: string): boolean {
  return type !== undefined && (IMPLIED_WORDS[type]?.test(word) ?? false);
}
