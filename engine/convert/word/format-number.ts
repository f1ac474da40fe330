/** A number of a list in one of Word's formats; those of other scripts are written in digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** a to z, then aa, bb, as Word counts. */
function letters(value: number): string {
  const at = Math.max(0, value - 1);
  return String.fromCharCode(97 + (at % 26)).repeat(Math.min(1 + Math.floor(at / 26), 10));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let rest = value;
  let text = "";
  for (const [amount, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / amount));
    rest %= amount;
  }
  return text;
}
