/** Particles of nouns and endings of the verbs that make nouns to verbs, the longest first. */
const ENDINGS = [
  ..."하시겠습니까 하였습니다 했습니까 했습니다 하십니까 하려면 하나요 합니까 합니다 하세요 해주세요 하는지 했나요 한가요 되었습니다 됐습니다 됩니까 됩니다 되나요".split(
    " ",
  ),
  ..."입니까 입니다 인가요 인지요 이에요 이었습니다 습니까 습니다 에서는 에서도 에게서 으로는 으로도 으로서 으로써 까지는 부터는 이라고 이라는 이라면 에게는".split(
    " ",
  ),
  ..."하는 하기 하면 하고 하여 해서 해요 했다 한다 하다 되는 되면 되어 된다 되다 에서 에게 에는 에도 께서 으로 로는 로서 로써 까지 부터 보다 처럼 마다 이나 이랑 라고 이란 조차 밖에 나요 예요 이다 인지".split(
    " ",
  ),
  ..."은 는 이 가 을 를 의 에 로 와 과 도 만 께 나 랑 란 할 한 해 된 될".split(" "),
];
const MIN_SYLLABLES = 2;

/** A Korean word as it stands between spaces, without its particle or ending. */
export function stripKoreanEnding(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= MIN_SYLLABLES);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
