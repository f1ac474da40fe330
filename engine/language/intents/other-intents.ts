import type { IntentGrammar, IntentPattern } from "../intent-patterns";

/** The phrases of one language for the main tasks. `X` stands for a subject, `A` and `B` for the sides of a comparison. */
interface PhraseTable {
  readonly opening: string;
  readonly ending: string;
  readonly determiner: string;
  readonly phrases: readonly (readonly [IntentPattern["kind"] | "count" | "thanks", string])[];
}

const GROUPS: Readonly<Record<string, string>> = {
  X: "(?<subject>.+?)",
  A: "(?<left>.+?)",
  B: "(?<right>.+?)",
};

function toGrammar({ opening, ending, determiner, phrases }: PhraseTable): IntentGrammar {
  return {
    opening: new RegExp(`^(?:${opening})[\\s,]+`, "iu"),
    ending: new RegExp(`[\\s,]+(?:${ending})$`, "iu"),
    determiner: new RegExp(`^(?:${determiner})`, "iu"),
    aspect: /(?!)/,
    patterns: phrases.map(([name, phrase]) => {
      const source = phrase.replace(/\b[XAB]\b/g, (letter) => GROUPS[letter] ?? letter);
      const pattern = new RegExp(`^(?:${source})$`, "iu");
      if (name === "count") return { kind: "list", counted: true, pattern };
      if (name === "thanks") return { kind: "help", reply: "thanks", pattern };
      return name === "help" ? { kind: name, reply: "help", pattern } : { kind: name, pattern };
    }),
  };
}

const GERMAN: PhraseTable = {
  opening: "bitte|kannst du|könntest du|können sie|könnten sie|hallo|hi",
  ending: "bitte|danke|kurz",
  determiner: "(?:der|die|das|den|dem|des|ein|eine|einen|einem|unsere?[nmrs]?|meine?[nmrs]?)\\s+",
  phrases: [
    ["summarise", "(?:fasse?|fassen sie)(?: mir)? X(?: kurz| bitte)* zusammen"],
    ["summarise", "X zusammenfassen"],
    [
      "summarise",
      "(?:gib mir |schreib(?:e)? )?(?:eine? |einen )?(?:kurze[nr]? )?zusammenfassung (?:von|vom|der|des|zum|zur|zu) X",
    ],
    ["summarise", "gib mir einen (?:kurzen )?überblick über X"],
    ["compare", "vergleiche?(?:n sie)? A (?:und|mit) B"],
    ["compare", "(?:was (?:ist|sind) )?(?:der|die) unterschiede? zwischen A und B"],
    ["list", "welche X (?:gibt es|haben wir|bieten wir an)"],
    ["count", "wie viele X (?:gibt es|haben wir)"],
    ["list", "(?:liste|zähle?) (?:alle|die|mir alle) X auf"],
    ["list", "nenne?(?: mir)? alle X"],
    ["changes", "was (?:ist|gibt es|gibt's)(?: denn)? neue?s?(?: (?:bei|in|im|zu|zum|zur) X)?"],
    ["changes", "was hat sich(?: (?:bei|in|im|an|am) X)? (?:geändert|verändert)"],
    ["about", "erzähle?(?: mir)?(?: etwas| mehr| alles)? (?:über|von) X"],
    ["define", "(?:was (?:bedeutet|heißt)|definiere) X"],
    ["thanks", "danke(?: schön| sehr| dir)?|vielen dank"],
    ["help", "hallo|guten (?:tag|morgen|abend)|moin|servus|hilfe|was kannst du(?: tun)?"],
  ],
};

const FRENCH: PhraseTable = {
  opening: "s'il (?:te|vous) pla[iî]t|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|bonjour|salut",
  ending: "s'il (?:te|vous) pla[iî]t|stp|svp|merci",
  determiner: "(?:(?:le|la|les|un|une|des|du|nos|mes|notre|mon|ma)\\s+|l['’])",
  phrases: [
    ["summarise", "résume[rz]?(?:-moi)? X"],
    ["summarise", "(?:fais(?:-moi)? |donne-moi )?(?:un |le )?résumé (?:de |du |des |d['’])X"],
    ["compare", "compare[rz]? A (?:et|avec|à|aux?) B"],
    ["compare", "(?:quelles? (?:est|sont) )?(?:la |les )?différences? entre A et B"],
    ["list", "quel(?:le)?s X (?:avons-nous|y a-t-il|existent|proposons-nous)"],
    ["count", "combien (?:de |d['’])X (?:y a-t-il|avons-nous|existent)"],
    ["list", "(?:liste[rz]?|énumère[rz]?|nomme[rz]?) (?:tous |toutes )?les X"],
    ["changes", "quoi de neuf(?: (?:dans|sur|pour) X)?"],
    ["changes", "qu['’]est-ce qui (?:a changé|est nouveau)(?: dans X)?"],
    ["about", "parle[rz]?-moi (?:de |du |des |d['’])X"],
    ["define", "(?:que (?:signifie|veut dire)|définis(?:sez)?) X"],
    ["thanks", "merci(?: beaucoup| bien)?"],
    ["help", "bonjour|bonsoir|salut|aide(?:-moi)?|que (?:peux-tu|sais-tu) faire"],
  ],
};

const SPANISH: PhraseTable = {
  opening: "por favor|puedes|podrías|puede|podría|hola",
  ending: "por favor|gracias",
  determiner: "(?:el|la|los|las|un|una|unos|unas|nuestr[oa]s?|mis?)\\s+",
  phrases: [
    ["summarise", "(?:resume|resumir|resúmeme|resuma) X"],
    ["summarise", "(?:dame |haz(?:me)? )?(?:un |el )?resumen (?:de |del |sobre )X"],
    ["compare", "compar(?:a|ar|e) A (?:y|con|e) B"],
    ["compare", "[¿]?(?:cuál(?:es)? (?:es|son) )?(?:la |las )?diferencias? entre A y B"],
    ["list", "[¿]?(?:qué|cuáles) X (?:hay|tenemos|existen|ofrecemos)"],
    ["count", "[¿]?cuánt[oa]s X (?:hay|tenemos|existen)"],
    ["list", "(?:lista|listar|enumera|nombra) (?:todos |todas )?(?:los|las) X"],
    ["changes", "[¿]?qué hay de nuevo(?: (?:en|sobre) X)?|novedades(?: (?:de|en|sobre) .+)?"],
    ["changes", "[¿]?qué ha cambiado(?: en X)?"],
    ["about", "(?:háblame|cuéntame)(?: más)? (?:de|del|sobre) X"],
    ["define", "(?:[¿]?qué significa|define) X"],
    ["thanks", "(?:muchas )?gracias"],
    ["help", "hola|buenos días|buenas(?: tardes)?|ayuda|[¿]?qué puedes hacer"],
  ],
};

const ITALIAN: PhraseTable = {
  opening: "per favore|puoi|potresti|può|potrebbe|ciao",
  ending: "per favore|grazie",
  determiner: "(?:(?:il|lo|la|i|gli|le|un|uno|una|nostr[oaie]|mi[oae]i?)\\s+|l['’])",
  phrases: [
    ["summarise", "(?:riassumi|riassumere|riassuma|riassumimi) X"],
    ["summarise", "(?:dammi |fammi )?(?:un |il )?riassunto (?:di |del |della |dello |dell['’]|dei |delle )X"],
    ["compare", "(?:confronta|confrontare|paragona) A (?:e|ed|con) B"],
    ["compare", "(?:qual è |quali sono )?(?:la |le )?differenz[ae] (?:tra|fra) A e B"],
    ["list", "quali X (?:ci sono|abbiamo|esistono|offriamo)"],
    ["count", "quant[ie] X (?:ci sono|abbiamo|esistono)"],
    ["list", "(?:elenca|elencare|elencami) (?:tutti |tutte )?(?:i|gli|le) X"],
    ["changes", "(?:che )?(?:cosa )?c['’]è di nuovo(?: (?:in|su) X)?|novità(?: (?:su|di) .+)?"],
    ["changes", "(?:che )?cosa è cambiato(?: (?:in|nel|nella) X)?"],
    ["about", "parlami (?:di|del|della|dei|delle) X"],
    ["define", "(?:(?:che )?cosa significa|definisci) X"],
    ["thanks", "grazie(?: mille)?"],
    ["help", "ciao|buongiorno|buonasera|aiuto|cosa (?:puoi|sai) fare"],
  ],
};

const PORTUGUESE: PhraseTable = {
  opening: "por favor|podes|pode|poderia|olá",
  ending: "por favor|obrigad[oa]",
  determiner: "(?:o|a|os|as|um|uma|noss[oa]s?|meus?|minhas?)\\s+",
  phrases: [
    ["summarise", "(?:resume|resuma|resumir) X"],
    ["summarise", "(?:dá-me |faz(?:-me)? |faça )?(?:um |o )?resumo (?:de |do |da |dos |das )X"],
    ["compare", "compar(?:a|ar|e) A (?:e|com) B"],
    ["compare", "(?:qual é |quais são )?(?:a |as )?diferenças? entre A e B"],
    ["list", "(?:que|quais) X (?:há|temos|existem|oferecemos)"],
    ["count", "quant[oa]s X (?:há|temos|existem)"],
    ["list", "(?:lista|liste|listar|enumera) (?:todos |todas )?(?:os|as) X"],
    ["changes", "o que há de novo(?: (?:em|no|na|sobre) X)?|novidades(?: (?:de|em|sobre) .+)?"],
    ["changes", "o que mudou(?: (?:em|no|na|nos|nas) X)?"],
    ["about", "(?:fala-me|fale(?:-me)?|conte-me)(?: mais)? (?:de|do|da|sobre) X"],
    ["define", "(?:o que significa|defin[ae]) X"],
    ["thanks", "(?:muito )?obrigad[oa]"],
    ["help", "olá|bom dia|boa tarde|ajuda|o que (?:podes|pode|sabes) fazer"],
  ],
};

const DUTCH: PhraseTable = {
  opening: "alsjeblieft|kun je|kan je|kunt u|zou je|hallo",
  ending: "alsjeblieft|bedankt",
  determiner: "(?:de|het|een|onze?|mijn)\\s+",
  phrases: [
    ["summarise", "vat X(?: kort)? samen"],
    ["summarise", "(?:geef(?: me)? |schrijf )?(?:een |de )?(?:korte )?samenvatting van X"],
    ["compare", "vergelijk A (?:en|met) B"],
    ["compare", "(?:wat (?:is|zijn) )?(?:het|de) verschil(?:len)? tussen A en B"],
    ["list", "welke X (?:zijn er|hebben we|bieden we aan)"],
    ["count", "hoeveel X (?:zijn er|hebben we)"],
    ["list", "som (?:alle|de) X op|noem alle .+"],
    ["changes", "wat is er nieuw(?: (?:in|bij) X)?"],
    ["changes", "wat is er(?: (?:in|aan|bij) X)? veranderd"],
    ["about", "vertel(?: me| mij)?(?: iets| meer| alles)? over X"],
    ["define", "(?:wat betekent|definieer) X"],
    ["thanks", "bedankt|dank (?:je|u)(?: wel)?"],
    ["help", "hallo|goede(?:morgen|middag|navond)|help me|wat kun je(?: doen)?"],
  ],
};

/** How tasks are asked for in languages that have no folder of their own. */
export const otherIntents: readonly IntentGrammar[] = [
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
].map(toGrammar);
