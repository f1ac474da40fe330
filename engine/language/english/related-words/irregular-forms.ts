import type { PartOfSpeech } from "./word-graph";

/** Base forms, each with its past tense and past participle; regular forms are left out. */
const VERBS =
  "arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent; " +
  "bet bet; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; " +
  "build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; " +
  "deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; " +
  "fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; " +
  "forbid forbade forbidden; forecast forecast; forget forgot forgotten; forgive forgave forgiven; " +
  "freeze froze frozen; get got gotten; give gave given; go went gone; grind ground; grow grew grown; hang hung; " +
  "hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; " +
  "leap leapt; learn learnt; leave left; lend lent; lie lay lain lying; light lit; lose lost; make made; mean meant; " +
  "meet met; mistake mistook mistaken; overcome overcame; pay paid; prove proven; rebuild rebuilt; ride rode ridden; " +
  "ring rang rung; rise rose risen; run ran; saw sawn; say said; see saw seen; seek sought; sell sold; send sent; " +
  "sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; " +
  "sink sank sunk; sit sat; sleep slept; slide slid; smell smelt; sow sown; speak spoke spoken; speed sped; " +
  "spell spelt; spend spent; spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; " +
  "steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn; " +
  "sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; " +
  "think thought; throw threw thrown; undergo underwent undergone; understand understood; undertake undertook; " +
  "undo undid undone; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; " +
  "withdraw withdrew withdrawn; withhold withheld; wring wrung; write wrote written; " +
  "die dying; tie tying";
/** With their plurals. */
const NOUNS =
  "man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; " +
  "louse lice; ox oxen; person people; penny pence; analysis analyses; axis axes; basis bases; crisis crises; " +
  "diagnosis diagnoses; hypothesis hypotheses; thesis theses; criterion criteria; phenomenon phenomena; datum data; " +
  "medium media; appendix appendices; index indices; matrix matrices; vertex vertices; cactus cacti; fungus fungi; " +
  "nucleus nuclei; stimulus stimuli";
/** With their degrees. */
const ADJECTIVES = "good better best; bad worse worst; far further furthest farther farthest";

interface IrregularForm {
  readonly base: string;
  readonly parts: readonly PartOfSpeech[];
}

/** The base forms of irregular forms, several for "lay" and "saw". */
export const IRREGULAR_FORMS: ReadonlyMap<string, readonly IrregularForm[]> = readForms([
  [VERBS, ["v"]],
  [NOUNS, ["n"]],
  [ADJECTIVES, ["a", "r"]],
]);

function readForms(lists: readonly (readonly [string, readonly PartOfSpeech[]])[]) {
  const forms = new Map<string, readonly IrregularForm[]>();
  for (const [list, parts] of lists) {
    for (const [base = "", ...others] of list.split("; ").map((line) => line.split(" "))) {
      for (const form of others) forms.set(form, [...(forms.get(form) ?? []), { base, parts }]);
    }
  }
  return forms;
}
