/** A page of two bytes a character, and how common the characters with a lead byte are. */
interface EastAsianPage {
  readonly charset: string;
  /** How common a character is in text of the page's language: up to 1, below 0 for one that text hardly has. */
  weigh(lead: number, trail: number): number;
  /** Bytes above ASCII that are a character of their own. */
  isSingle?(byte: number): boolean;
}

const COMMON = 0.65;
const PUNCTUATION = 0.5;
const KANA = 0.9;
const HANGUL = 0.95;
const RARE = -0.5;
const FOREIGN = -2;

/** Rows of the national standards: their first level has the characters in daily use. */
const PAGES: readonly EastAsianPage[] = [
  {
    charset: "shift_jis",
    weigh(lead) {
      if (lead === 0x81) return PUNCTUATION;
      if (lead === 0x82 || lead === 0x83) return KANA;
      return lead >= 0x88 && lead <= 0x97 ? COMMON : lead === 0x84 ? FOREIGN : RARE;
    },
    isSingle: (byte) => byte >= 0xa1 && byte <= 0xdf,
  },
  {
    charset: "euc-jp",
    weigh(lead) {
      if (lead === 0xa1) return PUNCTUATION;
      if (lead === 0xa4 || lead === 0xa5) return KANA;
      return lead >= 0xb0 && lead <= 0xcf ? COMMON : lead >= 0xd0 && lead <= 0xf4 ? RARE : FOREIGN;
    },
  },
  {
    charset: "gb18030",
    weigh(lead, trail) {
      if (trail < 0xa1 || lead < 0xa1) return RARE;
      if (lead === 0xa1 || lead === 0xa3) return PUNCTUATION;
      return lead >= 0xb0 && lead <= 0xd7 ? COMMON : lead >= 0xd8 && lead <= 0xf7 ? RARE : FOREIGN;
    },
  },
  {
    charset: "big5",
    weigh(lead) {
      if (lead === 0xa1) return PUNCTUATION;
      return lead >= 0xa4 && lead <= 0xc6 ? COMMON : lead >= 0xc9 && lead <= 0xf9 ? RARE : FOREIGN;
    },
  },
  {
    charset: "euc-kr",
    weigh(lead, trail) {
      if (lead === 0xa1 || lead === 0xa3) return PUNCTUATION;
      return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 ? HANGUL : lead >= 0xca ? RARE : FOREIGN;
    },
  },
];

/** The page of two bytes a character that fits a text best, with its score; undefined where none can decode it. */
export function guessEastAsian(
  sample: Uint8Array,
): { readonly charset: string; readonly score: number } | undefined {
  const guesses = PAGES.flatMap((page) => {
    const score = canDecode(page.charset, sample) ? scoreOf(page, sample) : undefined;
    return score === undefined ? [] : [{ charset: page.charset, score }];
  });
  return guesses.sort((a, b) => b.score - a.score)[0];
}

/** The mean over all characters beyond ASCII; undefined where there is none. */
function scoreOf({ weigh, isSingle }: EastAsianPage, sample: Uint8Array): number | undefined {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    count++;
    if (isSingle?.(lead)) sum += RARE;
    else sum += weigh(lead, sample[++at] ?? 0xa1);
  }
  return count === 0 ? undefined : sum / count;
}

function canDecode(charset: string, sample: Uint8Array): boolean {
  // A sample may end within a character.
  const decoded = new TextDecoder(charset).decode(sample, { stream: true });
  return !/[\uFFFD\uE000-\uF8FF]/.test(decoded);
}
