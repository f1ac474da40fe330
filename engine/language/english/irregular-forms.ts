/**
 * Words whose forms no rule of endings joins: the base and its other forms. Verbs of every question ("make", "find", "take")
 * are left out, and forms that are more often another word ("saw", "found", "ground").
 */
export const IRREGULAR_FORMS =
  "write wrote written/bite bit bitten/teach taught/buy bought/sell sold/pay paid/send sent/lend lent/lie lay lain lying/" +
  "keep kept/spend spent/meet met/build built/bring brought/catch caught/choose chose chosen/draw drew drawn/" +
  "drink drank drunk/drive drove driven/eat ate eaten/fall fell fallen/feed fed/fight fought/fly flew flown/forget forgot forgotten/" +
  "freeze froze frozen/grow grew grown/hang hung/hear heard/hide hid hidden/hit hit/hold held/lose lost/ride rode ridden/" +
  "ring rang rung/run ran/seek sought/shake shook shaken/shoot shot/sing sang sung/sink sank sunk/sleep slept/speak spoke spoken/" +
  "stand stood/steal stole stolen/stick stuck/strike struck/swear swore sworn/sweep swept/swim swam swum/tear tore torn/" +
  "throw threw thrown/understand understood/wake woke woken/wear wore worn/win won/withdraw withdrew withdrawn/" +
  "begin began begun/break broke broken/blow blew blown/breed bred/deal dealt/dig dug/forbid forbade forbidden/" +
  "forgive forgave forgiven/overtake overtook overtaken/undertake undertook undertaken/rise risen/arise arose arisen/" +
  "sit sat/slide slid/spin spun/spring sprang sprung/swing swung/weave wove woven/weep wept/" +
  "rebuild rebuilt/rewrite rewrote rewritten/resell resold/repay repaid/oversee oversaw overseen/overthrow overthrew overthrown/" +
  "child children/foot feet/tooth teeth/goose geese/mouse mice/man men/woman women/ox oxen/knife knives/shelf shelves/" +
  "wife wives/thief thieves/wolf wolves/loaf loaves/half halves/calf calves/life lives/kr sek nok dkk krona kronor krone kroner kronen";
