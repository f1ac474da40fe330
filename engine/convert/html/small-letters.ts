const SUPERSCRIPT: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};
const SUBSCRIPT: Readonly<Record<string, string>> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  "+": "₊",
  "-": "₋",
  "−": "₋",
  "(": "₍",
  ")": "₎",
};

/** "⁶" for a raised 6, so that 10⁶ is not read as 106. Words, as in "5th", stay as they are. */
export function superscript(text: string): string {
  return inLetters(text, SUPERSCRIPT) ?? (/^[\p{L}\p{M}.™®©*†‡]+$/u.test(text) ? text : `^(${text})`);
}

/** "₂" for a lowered 2. */
export function subscript(text: string): string {
  return inLetters(text, SUBSCRIPT) ?? text;
}

function inLetters(text: string, letters: Readonly<Record<string, string>>): string | undefined {
  const shown = [...text].map((letter) => letters[letter]);
  return shown.every((letter) => letter !== undefined) ? shown.join("") : undefined;
}
